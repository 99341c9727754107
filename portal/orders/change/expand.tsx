import type { PostedExpansion } from '../../../services/orders/facts.ts';
import { useTexts } from '../../reader.ts';
import { Tick } from '../form/field.tsx';
import { newReference } from '../form/order-form.ts';
import { LineFields } from '../form/line-fields.tsx';
import { LINE_FIELDS, missingInLines } from '../form/lines.ts';
import { readFields } from '../form/reading.ts';
import { asChange } from './change.ts';
import { ReferenceField } from './reference-field.tsx';

const FIELDS = new RegExp(`^/(reference|confirmFar)$|${LINE_FIELDS.source}`);

/** More lines, in a delivery of their own. */
export const expand = asChange<PostedExpansion>({
  sells: true,
  begin: () => ({ '/reference': newReference() }),
  Fields: ({ rows }) => (
    <>
      <ReferenceField />
      <LineFields rows={rows} endsWithOrder />
      <Tick name="/confirmFar">{useTexts().orderChanges.fields.confirmFar}</Tick>
    </>
  ),
  read(typed) {
    const { body, wrong } = readFields(typed, FIELDS, ['/reference']);
    return { body, wrong: new Map([...missingInLines(typed), ...wrong]) };
  },
  state: ({ orderFacts }, number, body, stating) => orderFacts.expand(number, body, stating),
});
