import { Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import { isFormula, type CellContent, type CellRef } from '../../../core';
import { CellLink } from '../../parts/CellLink';
import { formatNumber } from '../../parts/format';
import type { Preview } from '../../state/pane-state';
import { useStrings, type Strings } from '../../strings/strings';
import { PaneDialog } from './PaneDialog';

type Props = Readonly<{
  open: boolean;
  preview: Preview;
  onToggle: (index: number, chosen: boolean) => void;
  onApply: () => void;
  onClose: () => void;
  onGo: (ref: CellRef) => void;
}>;

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '4px',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  words: { minWidth: 0, flexGrow: 1, overflowWrap: 'anywhere', paddingTop: '6px' },
  change: { display: 'block', fontVariantNumeric: 'tabular-nums' },
  before: { color: tokens.colorNeutralForeground3, textDecorationLine: 'line-through' },
  after: { fontWeight: tokens.fontWeightSemibold },
  formula: {
    fontFamily: `Consolas, Menlo, 'Courier New', ${tokens.fontFamilyBase}`,
    fontSize: tokens.fontSizeBase200,
  },
});

/** Every cell that would be rewritten, with what it holds and what it would hold; any can be left out. */
export function PreviewDialog({ open, preview, onToggle, onApply, onClose, onGo }: Props) {
  const styles = useStyles();
  const strings = useStrings();
  const words = strings.preview;
  const chosen = preview.rows.filter((row) => row.chosen).length;
  return (
    <PaneDialog
      open={open}
      title={words[preview.purpose]}
      action={{ label: words.apply(chosen), enabled: chosen > 0, run: onApply }}
      onClose={onClose}
    >
      <Text>{words.intro}</Text>
      <ul className={styles.list}>
        {preview.rows.map(({ patch, about, chosen: ticked }, index) => (
          <li key={index} className={styles.row}>
            <Checkbox
              checked={ticked}
              aria-label={words.choose(`${patch.sheet}!${patch.cell}`)}
              onChange={(_, { checked }) => {
                onToggle(index, checked === true);
              }}
            />
            <span className={styles.words}>
              {about ?? words.total} <CellLink to={patch} onGo={onGo} />
              <span className={styles.change}>
                <span className={styles.before}>
                  <Hidden>{words.before}</Hidden>
                  {contentWords(patch.before, strings)}
                </span>
                {' → '}
                <span className={isFormula(patch.after) ? styles.formula : styles.after}>
                  <Hidden>{words.after}</Hidden>
                  {contentWords(patch.after, strings)}
                </span>
              </span>
            </span>
          </li>
        ))}
      </ul>
    </PaneDialog>
  );
}

const useHidden = makeStyles({
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** Words for those who do not see the strike-through and the arrow. */
function Hidden({ children }: Readonly<{ children: string }>) {
  return <span className={useHidden().hidden}>{children} </span>;
}

function contentWords(content: CellContent, { preview }: Strings): string {
  if (content === null || content === '') return preview.blank;
  if (isFormula(content)) return content.formula;
  return typeof content === 'number' ? formatNumber(content) : String(content);
}
