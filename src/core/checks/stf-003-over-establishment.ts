import { entriesIn, type AmountEntry } from './amount-entries';
import type { CheckContext } from './check-context';
import { defineCheck } from './define-check';
import { lookUp } from './known-quantities';
import { amount } from './quantity';
import { isEstablished, isOnDuty } from './staff-rows';
import page from './stf-003-over-establishment.md';
import { exceeds } from './tolerance';

export const stf003 = defineCheck({
  meta: {
    id: 'STF-003',
    name: 'over-establishment',
    title: '在编人数不超过编制数',
    severity: 'verify',
    needs: ['amounts'],
    why: '超编要有批准依据，也会使财政供养人员控制率超过100%。',
    messages: {
      above: {
        what: '{who}人数{left}超过编制数{right}，超出{difference}人。',
        todo: '核对人数和编制数；确实超编的，说明原因和批准文件。',
      },
    },
  },
  page,

  run(context, report) {
    const pairs = [...inTables(context), ...inLists(context)];
    if (pairs.length === 0) report.skip('未找到编制数和在编人数');
    for (const { who, people, places } of pairs) {
      if (!people.value || !places.value || !exceeds(people.value, places.value)) continue;
      report({
        messageId: 'above',
        at: people.cell.ref,
        left: amount(people.value, 0),
        right: amount(places.value, 0),
        data: { who },
        related: [{ ...places.cell.ref, role: '编制数' }],
      });
    }
  },
});

type Pair = Readonly<{ who: string; people: AmountEntry; places: AmountEntry }>;

/** The row of the established staff; where a table has none, everybody on duty. */
function inTables(context: CheckContext): readonly Pair[] {
  return context.amountTables
    .filter(({ kind }) => kind === 'staff')
    .flatMap((table): readonly Pair[] => {
      const entries = entriesIn(table);
      const is = entries.some(({ label }) => isEstablished(label)) ? isEstablished : isOnDuty;
      const people = entries.find(({ label, meaning }) => is(label) && meaning === 'actual-staff');
      const places = entries.find(({ label, meaning }) => is(label) && meaning === 'establishment');
      return people && places ? [{ who: is === isEstablished ? '在编' : '在职', people, places }] : [];
    });
}

function inLists(context: CheckContext): readonly Pair[] {
  const places = lookUp(context, 'establishment').found;
  const established = lookUp(context, 'established').found;
  const people = established ?? lookUp(context, 'staff').found;
  return places && people
    ? [{ who: established ? '在编' : '在职', people: people.entry, places: places.entry }]
    : [];
}
