import { Text } from '@fluentui/react-components';
import { useStrings } from '../../strings/strings';
import { MarkdownText } from './MarkdownText';
import { PaneDialog } from './PaneDialog';

type Props = Readonly<{
  open: boolean;
  check: string;
  /** Its page; `null` when there is none. */
  page: string | null;
  onClose: () => void;
}>;

/** The page of a check: what it compares, why, and examples. */
export function PageDialog({ open, check, page, onClose }: Props) {
  const strings = useStrings();
  return (
    <PaneDialog open={open} title={strings.page.title(check)} onClose={onClose}>
      {page === null ? (
        <Text>{strings.page.missing}</Text>
      ) : (
        // The pages are written in Chinese, whatever the pane speaks.
        <div lang="zh-CN">
          <MarkdownText text={page} />
        </div>
      )}
    </PaneDialog>
  );
}
