import type { PostedCancellation } from '../../../services/orders/facts.ts';
import { useTexts } from '../../reader.ts';
import { Field } from '../form/field.tsx';
import { newReference } from '../form/order-form.ts';
import { readFields, type Wrong } from '../form/reading.ts';
import { asChange, possible } from './change.ts';
import { ChosenLines, chosenLines, tickedLines } from './chosen-lines.tsx';
import { ReferenceField } from './reference-field.tsx';

const FIELDS = /^\/(reference|reason|on)$/;

/** The end of an order, or of lines of it, now or on a day. */
export const cancel = asChange<PostedCancellation>({
  begin: ({ of }) => ({ '/reference': newReference(), ...tickedLines(possible({ of })) }),
  Fields({ about }) {
    const { fields } = useTexts().orderChanges;
    return (
      <>
        <Field name="/reason" label={fields.reason} required />
        <Field name="/on" label={fields.cancelOn} help={fields.cancelOnHelp} type="date" />
        <ChosenLines about={about} title={fields.linesToCancel} />
        <ReferenceField />
      </>
    );
  },
  read(typed, about) {
    const { body, wrong } = readFields(typed, FIELDS, ['/reference', '/reason']);
    const lines = chosenLines(typed, about);
    const none = lines.length === 0 ? [[`/of/${about.order.lines[0]?.id}/line`, 'lines' as Wrong] as const] : [];
    return { body: { ...body, lines }, wrong: new Map([...wrong, ...none]) };
  },
  state: ({ orderFacts }, number, body, stating) => orderFacts.cancel(number, body, stating),
});
