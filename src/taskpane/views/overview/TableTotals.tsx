import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { formatOptional } from '../../parts/format';
import type { TableTotal } from '../../state/table-totals';
import { useStrings } from '../../strings/strings';

/** A workbook of hundreds of projects lists the first ones here; 评分 has them all. */
const LISTED = 50;

const useStyles = makeStyles({
  // A window on the list: the pane below it stays in reach, and a row that is cut in half says that it goes on.
  window: { maxHeight: '158px', overflowY: 'auto', marginTop: '8px' },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  head: {
    position: 'sticky',
    top: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground3,
    fontWeight: 'normal',
    padding: '2px',
    textAlign: 'left',
  },
  name: { textAlign: 'left', fontWeight: 'normal', padding: '2px', overflowWrap: 'anywhere' },
  number: { width: '60px', textAlign: 'right', padding: '2px' },
  differs: { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
  more: { margin: '4px 0 0', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

/** Reported and computed total of each score table of a workbook with several. */
export function TableTotals({ totals }: Readonly<{ totals: readonly TableTotal[] }>) {
  const styles = useStyles();
  const { totals: words } = useStrings();
  const number = mergeClasses(styles.head, styles.number);
  return (
    <>
      <div className={styles.window} tabIndex={0} role="group" aria-label={words.each}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.head}>
                {words.table}
              </th>
              <th scope="col" className={number}>
                {words.reported}
              </th>
              <th scope="col" className={number}>
                {words.computed}
              </th>
            </tr>
          </thead>
          <tbody>
            {totals.slice(0, LISTED).map(({ name, reported, computed }, index) => (
              <tr key={index}>
                <th scope="row" className={styles.name}>
                  {name}
                </th>
                <td className={styles.number}>{formatOptional(reported)}</td>
                <td
                  className={mergeClasses(
                    styles.number,
                    reported !== null && computed !== null && reported !== computed && styles.differs,
                  )}
                >
                  {formatOptional(computed)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {totals.length > LISTED && <p className={styles.more}>{words.more(totals.length - LISTED)}</p>}
    </>
  );
}
