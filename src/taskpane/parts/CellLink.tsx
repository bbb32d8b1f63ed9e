import { Link } from '@fluentui/react-components';
import type { CellRef } from '../../core';
import { useStrings } from '../strings/strings';

type Props = Readonly<{ to: CellRef; onGo: (ref: CellRef) => void; label?: string }>;

/** A cell's address that selects the cell when it is pressed. */
export function CellLink({ to, onGo, label }: Props) {
  const strings = useStrings();
  const place = `${to.sheet}!${to.cell}`;
  const words = label ? `${label} ${place}` : place;
  return (
    <Link
      as="button"
      inline
      aria-label={strings.findings.goTo(words)}
      onClick={() => {
        onGo({ sheet: to.sheet, cell: to.cell });
      }}
    >
      {place}
    </Link>
  );
}
