import { makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Review, ReviewedGroup } from '../../../core';
import { formatOptional } from '../../parts/format';
import { tableName } from '../../state/table-totals';
import { useStrings } from '../../strings/strings';

const useStyles = makeStyles({
  chart: { display: 'flex', flexDirection: 'column', gap: '6px' },
  head: { display: 'flex', alignItems: 'center', gap: '8px', flexWrap: 'wrap' },
  title: { margin: 0, flexGrow: 1 },
  legend: {
    display: 'flex',
    gap: '10px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  key: { display: 'inline-flex', alignItems: 'center', gap: '4px' },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '6px' },
  line: { display: 'flex', justifyContent: 'space-between', gap: '8px', fontSize: tokens.fontSizeBase200 },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  numbers: {
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
  },
  svg: { display: 'block', width: '100%', height: '14px', overflow: 'visible' },
  // Colours of the theme; under forced colours the system's own, told apart by height and outline.
  track: {
    fill: tokens.colorNeutralBackground6,
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'CanvasText' },
  },
  reported: {
    fill: tokens.colorNeutralForeground3,
    '@media (forced-colors: active)': { fill: 'GrayText', forcedColorAdjust: 'none' },
  },
  computed: {
    fill: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { fill: 'Highlight', forcedColorAdjust: 'none' },
  },
});

/** Level-1 indicators as bars: the points as a track, the computed score above, the reported one below it. */
export function GroupChart({ review }: Readonly<{ review: Review }>) {
  const styles = useStyles();
  const strings = useStrings();
  const tables = [...new Set(review.groups.map((group) => group.table))];
  const [chosen, choose] = useState<number | null>(null);
  const table = chosen !== null && tables.includes(chosen) ? chosen : tables[0];
  const groups = review.groups.filter((group) => group.table === table);
  if (groups.length === 0) return null;
  const scale = Math.max(
    ...groups.map((group) => Math.max(group.points ?? 0, group.reported ?? 0, group.computed ?? 0)),
  );
  return (
    <section className={styles.chart} aria-label={strings.chart.title}>
      <div className={styles.head}>
        <Text as="h3" size={200} weight="semibold" className={styles.title}>
          {strings.chart.title}
        </Text>
        <span className={styles.legend} aria-hidden="true">
          <Key name={strings.chart.computed} className={styles.computed} />
          <Key name={strings.chart.reported} className={styles.reported} />
        </span>
      </div>
      {tables.length > 1 && (
        <Select
          size="small"
          aria-label={strings.chart.table}
          value={String(table)}
          onChange={(_, { value }) => {
            choose(Number(value));
          }}
        >
          {tables.map((index) => (
            <option key={index} value={index}>
              {tableName(review.tables[index])}
            </option>
          ))}
        </Select>
      )}
      <ul className={styles.list}>
        {groups.map((group, index) => (
          <Bar key={index} group={group} scale={scale} />
        ))}
      </ul>
    </section>
  );
}

function Key({ name, className }: Readonly<{ name: string; className: string }>) {
  const styles = useStyles();
  return (
    <span className={styles.key}>
      <svg width="8" height="8">
        <rect width="8" height="8" className={className} />
      </svg>
      {name}
    </span>
  );
}

function Bar({ group, scale }: Readonly<{ group: ReviewedGroup; scale: number }>) {
  const styles = useStyles();
  const strings = useStrings();
  const { name, points, reported, computed } = group;
  const width = (value: number | null): string =>
    `${scale > 0 ? Math.max(0, ((value ?? 0) / scale) * 100) : 0}%`;
  const words = strings.chart.line(
    name,
    formatOptional(points),
    formatOptional(reported),
    formatOptional(computed),
  );
  return (
    <li aria-label={words}>
      <div className={styles.line} aria-hidden="true">
        <span className={styles.name} title={name}>
          {name}
        </span>
        <span className={styles.numbers}>
          {formatOptional(computed)} / {formatOptional(points)}
        </span>
      </div>
      <svg className={styles.svg} aria-hidden="true" focusable="false">
        <rect width={width(points)} height="14" rx="2" className={styles.track} />
        <rect width={width(computed)} height="8" rx="2" className={styles.computed} />
        <rect y="10" width={width(reported)} height="4" rx="1" className={styles.reported} />
      </svg>
    </li>
  );
}
