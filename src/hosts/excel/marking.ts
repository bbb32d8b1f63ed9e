import type { HostNote, Mark } from '../ports';
import { bySheet } from './grouped';
import type { KnownSheet, KnownWorkbook } from './known-workbook';
import { queueMarks, queueUnmark } from './marks';
import {
  type Canvas,
  findPainted,
  loadCanvas,
  planPaint,
  queuePaint,
  queueRestore,
  type Restoring,
  stillPainted,
} from './painted-marks';
import type { Painted } from './painted-record';
import { queuePainted } from './settings';
import { marksLocked, marksPainted, marksProtected, marksStuck } from './told';

/** Marks to be made, with what has to be known of the cells that were painted and of those that will be. */
type Marking = Readonly<{
  wanted: ReadonlyMap<string, readonly Mark[]>;
  restoring: readonly Restoring[];
  canvases: readonly Canvas[];
}>;

/** Asks, where it must be known, how cells are filled. No round trip unless cells were painted or are to be. */
export async function prepareMarks(
  context: Excel.RequestContext,
  known: KnownWorkbook,
  marks: readonly Mark[],
): Promise<Marking> {
  const wanted = bySheet(marks);
  const restoring = await findPainted(context, known);
  if (!known.paints) return { wanted, restoring, canvases: [] };
  // The fills must be back before they are looked at again.
  queueRestore(context, restoring);
  const canvases = [...known.sheets.values()].flatMap((own) =>
    own.protected ? [] : [loadCanvas(context, own, wanted.get(own.name) ?? [])],
  );
  await context.sync();
  return { wanted, restoring: [], canvases };
}

type Marked = Readonly<{
  formats: readonly Readonly<{ own: KnownSheet; formats: readonly Excel.ConditionalFormat[] }>[];
  painted: readonly Painted[];
}>;

/** Queues the exchange of all marks of ours; what is not done is told in `notes`. */
export function queueAllMarks(
  context: Excel.RequestContext,
  known: KnownWorkbook,
  { wanted, restoring, canvases }: Marking,
  notes: HostNote[],
): Marked {
  const kept = stillPainted(known);
  const plan = canvases.flatMap(planPaint);
  if (known.painted.length + plan.length > 0) queuePainted(context.workbook, [...kept, ...plan]);
  queueRestore(context, restoring);
  queuePaint(context, plan);
  if (plan.length > 0) notes.push(marksPainted());
  const formats = [...known.sheets.values()].flatMap((own) => {
    const cells = wanted.get(own.name) ?? [];
    const isMarked = own.markIds.length > 0;
    if (own.protected && cells.length > 0) notes.push(marksProtected(own.name));
    else if (own.protected && (isMarked || kept.some(({ id }) => id === own.id)))
      notes.push(marksLocked(own.name));
    else if (known.paints && isMarked) notes.push(marksStuck(own.name));
    if (own.protected || known.paints || (cells.length === 0 && !isMarked)) return [];
    const sheet = context.workbook.worksheets.getItem(own.name);
    queueUnmark(sheet, own.markIds);
    return [{ own, formats: queueMarks(sheet, cells) }];
  });
  return { formats, painted: [...kept, ...plan] };
}
