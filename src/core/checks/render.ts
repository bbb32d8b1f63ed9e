import { perText } from '../remember';
import { toNumber } from '../scoring/number';
import type { CheckMeta, Problem } from './define-check';
import type { Finding } from './finding';
import { amount, points, rate, tellApart, write, type Quantity } from './quantity';

/** Writes a problem as a finding: the only place where the numbers of a message become text. */
export function render(meta: CheckMeta, problem: Problem): Finding {
  const message = meta.messages[problem.messageId];
  if (!message) throw new Error(`${meta.id} has no message ${problem.messageId}`);
  const { left = null, right = null } = problem;
  const values = { ...problem.data, ...sides(left, right) };
  const texts: Record<string, string> = {};
  const valueOf = (name: string): string => (texts[name] ??= textOf(meta.id, name, values));
  const fill = (text: string): string =>
    piecesOf(text)
      .map(({ before, name, isQuoted }) => {
        const value = name === null ? '' : valueOf(name);
        // Quotes within quotes are single: “‘三公’经费”.
        return before + (isQuoted ? value.replace(/“/g, '‘').replace(/”/g, '’') : value);
      })
      .join('');
  return {
    id: meta.id,
    messageId: problem.messageId,
    severity: message.severity ?? meta.severity,
    sheet: problem.at.sheet,
    cell: problem.at.cell,
    message: fill(message.what),
    why: meta.why,
    todo: fill(message.todo),
    cause: problem.cause ?? null,
    left: left && toNumber(left.value),
    right: right && toNumber(right.value),
    difference: left && right && toNumber(left.value.sub(right.value)),
    related: problem.related ?? [],
    consequences: [],
    fix: problem.fix ?? null,
  };
}

/** Words of a message and the value that stands behind them; `null` after the last words. */
type Piece = Readonly<{ before: string; name: string | null; isQuoted: boolean }>;

const piecesOf = perText((text): readonly Piece[] => {
  const parts = text.split(/\{(\w+)\}/);
  return parts.flatMap((before, at) =>
    at % 2 === 0 ? [{ before, name: parts[at + 1] ?? null, isQuoted: before.endsWith('“') }] : [],
  );
});

function textOf(id: string, name: string, values: Readonly<Record<string, string | Quantity>>): string {
  const value = values[name];
  if (value === undefined) throw new Error(`${id} uses {${name}} without giving it`);
  return typeof value === 'string' ? value : write(value);
}

/** Both sides and their distance, printed so that different numbers look different. */
function sides(left: Quantity | null, right: Quantity | null): Readonly<Record<string, Quantity>> {
  if (!left || !right) return { ...(left && { left }), ...(right && { right }) };
  const [a, b] = tellApart(left, right);
  return { left: a, right: b, difference: distance(a, b) };
}

function distance(left: Quantity, right: Quantity): Quantity {
  const value = left.value.sub(right.value).abs();
  // Between 元 and 万元 the difference is told in 元.
  if (right.factor) return { ...(right.factor.compare(1) > 0 ? right : left), value };
  const decimals = Math.max(left.decimals, right.decimals);
  if (left.percent) return rate(value, decimals);
  return left.trim ? points(value, decimals) : amount(value, decimals, left.unit);
}
