import { CONVERTED_KINDS } from '../../../domain/order/facts.ts';
import { nameIn } from '../../../domain/catalogue/catalogue.ts';
import type { PostedConversion } from '../../../services/orders/conversions.ts';
import { useCatalogue, useTexts } from '../../reader.ts';
import { Choice, Field, Tick } from '../form/field.tsx';
import { newReference } from '../form/order-form.ts';
import { CareFields } from '../form/line-fields.tsx';
import { readFields } from '../form/reading.ts';
import { asChange, possible } from './change.ts';
import { ReferenceField } from './reference-field.tsx';

const FIELDS = /^\/(reference|line|license|endsOn|confirmFar|care\/(level|endsOn))$/;

/** Another kind of license for a line. */
export const convert = asChange<PostedConversion>({
  begin: ({ of }) => ({ '/reference': newReference(), '/line': possible({ of })[0] ?? '', '/license': 'perpetual' }),
  Fields({ about }) {
    const { words, orderChanges } = useTexts();
    const catalogue = useCatalogue();
    const { fields } = orderChanges;
    const lines = about.order.lines.filter(({ id }) => possible(about).includes(id));
    return (
      <>
        <Choice
          name="/line"
          label={fields.lines}
          options={lines.map(({ id, application, license }) => ({
            value: id,
            text: `${nameIn(catalogue, application)} (${words.licenses[license]}, ${id})`,
          }))}
        />
        <Choice
          name="/license"
          label={fields.becomes}
          options={CONVERTED_KINDS.map((value) => ({ value, text: words.licenses[value] }))}
        />
        <Field name="/endsOn" label={fields.endsOn} type="date" />
        <CareFields at="" />
        <Tick name="/confirmFar">{fields.confirmFar}</Tick>
        <ReferenceField />
      </>
    );
  },
  read: (typed) => readFields(typed, FIELDS, ['/reference', '/line', '/license']),
  state: ({ conversions }, number, body, stating) => conversions.convert(number, body, stating),
});
