import { addDays, anniversary, type Day } from '../../../domain/days.ts';
import { lastDayOf } from '../../../domain/catalogue/terms.ts';
import type { PostedRenewal } from '../../../services/orders/facts.ts';
import { useTexts } from '../../reader.ts';
import { Field, Tick } from '../form/field.tsx';
import { newReference } from '../form/order-form.ts';
import { readFields, type Wrong } from '../form/reading.ts';
import { asChange, possible } from './change.ts';
import { ChosenLines, chosenLines, tickedLines } from './chosen-lines.tsx';
import { ReferenceField } from './reference-field.tsx';

const FIELDS = /^\/(reference|endsOn|confirmFar)$/;
const CAPACITY = /^\/of\/\d{1,4}\/capacity$/;

/** A later last day for lines, and a smaller capacity from the new term on. */
export const renew = asChange<PostedRenewal>({
  begin({ order, of, today }) {
    const lines = order.lines.filter(({ id, license }) => license !== 'evaluation' && possible({ of }).includes(id));
    const last =
      lines
        .flatMap((line) => lastDayOf(line) ?? [])
        .toSorted()
        .at(-1) ?? today;
    return {
      '/reference': newReference(),
      '/endsOn': aYearLonger(last),
      ...tickedLines(lines.map(({ id }) => id)),
    };
  },
  Fields({ about }) {
    const { fields } = useTexts().orderChanges;
    return (
      <>
        <Field name="/endsOn" label={fields.renewUntil} type="date" required />
        <Tick name="/confirmFar">{fields.confirmFar}</Tick>
        <ChosenLines
          about={about}
          title={fields.linesToRenew}
          more={({ id, license }) =>
            license === 'subscription' && <Field name={`/of/${id}/capacity`} label={fields.reduceTo} type="number" />
          }
        />
        <ReferenceField />
      </>
    );
  },
  read(typed, about) {
    const { body, wrong } = readFields(typed, FIELDS, ['/reference', '/endsOn']);
    const reduced = readFields(typed, CAPACITY);
    const capacities = (reduced.body.of ?? []) as Record<string, { capacity: number } | undefined>;
    const ids = chosenLines(typed, about);
    const lines = ids.map((line) => ({ line, ...capacities[line] }));
    const none = ids.length === 0 ? [[`/of/${about.order.lines[0]?.id}/line`, 'lines' as Wrong] as const] : [];
    return { body: { ...body, lines }, wrong: new Map([...wrong, ...reduced.wrong, ...none]) };
  },
  state: ({ orderFacts }, number, body, stating) => orderFacts.renew(number, body, stating),
});

/** The last day of the year that begins when this day is over: after 28 February 2027 that is 29 February 2028. */
function aYearLonger(last: Day): Day {
  return addDays(anniversary(addDays(last, 1), 1), -1);
}
