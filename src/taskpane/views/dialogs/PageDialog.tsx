import { Spinner, Text } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useStrings } from '../../strings/strings';
import { MarkdownText } from './MarkdownText';
import { PaneDialog } from './PaneDialog';

/** Text of a check's page; `null` when there is none. */
export type LoadPage = (check: string) => Promise<string | null>;

type Props = Readonly<{ check: string; load: LoadPage; onClose: () => void }>;

type Page =
  Readonly<{ kind: 'loading' }> | Readonly<{ kind: 'loaded'; text: string }> | Readonly<{ kind: 'missing' }>;

/** The page of a check: what it compares, why, and examples. */
export function PageDialog({ check, load, onClose }: Props) {
  const strings = useStrings();
  const [page, setPage] = useState<Page>({ kind: 'loading' });
  useEffect(() => {
    let open = true;
    const show = (text: string | null): void => {
      if (open) setPage(text === null ? { kind: 'missing' } : { kind: 'loaded', text });
    };
    // A page that cannot be fetched is as good as none: the finding itself says what matters.
    load(check).then(show, () => {
      show(null);
    });
    return () => {
      open = false;
    };
  }, [check, load]);
  return (
    <PaneDialog title={strings.page.title(check)} onClose={onClose}>
      {page.kind === 'loading' && <Spinner size="small" label={strings.page.loading} />}
      {page.kind === 'missing' && <Text>{strings.page.missing}</Text>}
      {page.kind === 'loaded' && <MarkdownText text={page.text} />}
    </PaneDialog>
  );
}
