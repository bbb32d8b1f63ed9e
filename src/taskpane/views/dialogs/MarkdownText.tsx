import { makeStyles, tokens } from '@fluentui/react-components';
import { blocksOf, inlinesOf, type Block } from '../../parts/markdown';

const useStyles = makeStyles({
  page: { overflowWrap: 'anywhere' },
  heading: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, margin: '12px 0 4px' },
  paragraph: { margin: '4px 0' },
  list: { margin: '4px 0', paddingLeft: '20px' },
  scroll: { overflowX: 'auto' },
  table: { borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  cell: { border: `1px solid ${tokens.colorNeutralStroke2}`, padding: '2px 6px', textAlign: 'left' },
  code: {
    margin: '4px 0',
    padding: '8px',
    backgroundColor: tokens.colorNeutralBackground3,
    whiteSpace: 'pre-wrap',
  },
});

/** A check's page as text; nothing in it is ever run or fetched. */
export function MarkdownText({ text }: Readonly<{ text: string }>) {
  const styles = useStyles();
  return (
    <div className={styles.page} lang="zh-CN">
      {blocksOf(text).map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: Readonly<{ block: Block }>) {
  const styles = useStyles();
  switch (block.kind) {
    case 'heading':
      return (
        <h3 className={styles.heading}>
          <InlineText text={block.text} />
        </h3>
      );
    case 'paragraph':
      return (
        <p className={styles.paragraph}>
          <InlineText text={block.text} />
        </p>
      );
    case 'list':
      return (
        <ul className={styles.list}>
          {block.items.map((item, index) => (
            <li key={index}>
              <InlineText text={item} />
            </li>
          ))}
        </ul>
      );
    case 'table':
      return (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                {block.head.map((cell, index) => (
                  <th key={index} scope="col" className={styles.cell}>
                    <InlineText text={cell} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, index) => (
                <tr key={index}>
                  {row.map((cell, at) => (
                    <td key={at} className={styles.cell}>
                      <InlineText text={cell} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    case 'code':
      return <pre className={styles.code}>{block.text}</pre>;
  }
}

function InlineText({ text }: Readonly<{ text: string }>) {
  return inlinesOf(text).map(({ text: words, look }, index) => {
    if (look === 'strong') return <strong key={index}>{words}</strong>;
    if (look === 'code') return <code key={index}>{words}</code>;
    return <span key={index}>{words}</span>;
  });
}
