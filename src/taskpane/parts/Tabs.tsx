import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, type KeyboardEvent } from 'react';

type Props<T extends string> = Readonly<{
  label: string;
  tabs: readonly (readonly [T, string])[];
  selected: T;
  /** Id of the panel that all tabs share. */
  panel: string;
  className?: string;
  onSelect: (tab: T) => void;
}>;

const useStyles = makeStyles({
  list: { display: 'flex', gap: '2px' },
  tab: {
    position: 'relative',
    padding: '8px 10px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    fontSize: tokens.fontSizeBase300,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  selected: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::after': {
      content: '""',
      position: 'absolute',
      left: '10px',
      right: '10px',
      bottom: 0,
      height: '3px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorBrandStroke1,
      // Forced colours paint backgrounds over; a highlight stays.
      '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
    },
  },
});

/**
 * Tabs with one stop for the keyboard and arrow keys between them. Fluent's own list puts hidden stops around itself
 * that are in the way of accessibility checks, and of nothing else.
 */
export function Tabs<T extends string>({ label, tabs, selected, panel, className, onSelect }: Props<T>) {
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);

  const move = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(([tab]) => tab === selected);
    const to = target(event.key, at, tabs.length);
    const next = to === null ? undefined : tabs[to];
    if (to === null || !next) return;
    event.preventDefault();
    onSelect(next[0]);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[to]?.focus();
  };

  return (
    <div
      ref={list}
      role="tablist"
      aria-label={label}
      className={mergeClasses(styles.list, className)}
      onKeyDown={move}
    >
      {tabs.map(([tab, words]) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={tabId(tab)}
          aria-selected={tab === selected}
          aria-controls={panel}
          tabIndex={tab === selected ? 0 : -1}
          className={mergeClasses(styles.tab, tab === selected && styles.selected)}
          onClick={() => {
            onSelect(tab);
          }}
        >
          {words}
        </button>
      ))}
    </div>
  );
}

/** Id of a tab, by which its panel is named. */
export function tabId(tab: string): string {
  return `tab-${tab}`;
}

/** Where a key leads from a tab; `null` for keys that lead nowhere. */
function target(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % count;
    case 'ArrowLeft':
      return (at - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
