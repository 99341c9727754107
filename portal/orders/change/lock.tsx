import type { PostedLock } from '../../../services/orders/amendments.ts';
import { useTexts } from '../../reader.ts';
import { Choice, Field } from '../form/field.tsx';
import { newReference } from '../form/order-form.ts';
import { readFields } from '../form/reading.ts';
import { asChange, possible } from './change.ts';
import { ReferenceField } from './reference-field.tsx';

type TypedLock = PostedLock & { delivery: string };

/** Locks a delivery again of which nothing is assigned. */
export const lock = asChange<TypedLock>({
  begin: ({ of }) => ({ '/reference': newReference(), '/delivery': possible({ of })[0] ?? '' }),
  Fields({ about }) {
    const { fields } = useTexts().orderChanges;
    const deliveries = about.order.deliveries.filter(({ id }) => possible(about).includes(id));
    return (
      <>
        <Choice
          name="/delivery"
          label={fields.delivery}
          options={deliveries.map(({ id, reference }) => ({ value: id, text: reference }))}
        />
        <Field name="/reason" label={fields.reason} required />
        <ReferenceField />
      </>
    );
  },
  read: (typed) => readFields(typed, /^\/(reference|reason|delivery)$/, ['/reference', '/reason', '/delivery']),
  state: ({ amendments }, number, { delivery, ...posted }, stating) =>
    amendments.lock(number, delivery, posted, stating),
});
