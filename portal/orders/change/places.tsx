import type { PostedSeller } from '../../../services/orders/amendments.ts';
import type { PostedRelocation, PostedTransfer } from '../../../services/orders/places.ts';
import { useTexts } from '../../reader.ts';
import { Field } from '../form/field.tsx';
import { newReference } from '../form/order-form.ts';
import { PartyFields, type PartyRole } from '../form/party-fields.tsx';
import { readFields, type Reading } from '../form/reading.ts';
import type { FormBody } from '../../form.ts';
import { asChange, type Change } from './change.ts';
import { ReferenceField } from './reference-field.tsx';

/** A form that names another company in a part of the order. */
const another = (role: PartyRole): Pick<Change, 'parties' | 'begin' | 'Fields' | 'read'> => ({
  parties: [role],
  begin: () => ({ '/reference': newReference() }),
  Fields: () => (
    <>
      <PartyFields role={role} required />
      <ReferenceField />
    </>
  ),
  read: (typed: FormBody): Reading =>
    readFields(typed, new RegExp(`^/reference$|^/${role}/(id|name|email|timeZone|locale)$`), [
      ...['/reference', `/${role}/id`, `/${role}/name`, `/${role}/email`],
    ]),
});

/** Another reseller. */
export const changeSeller = asChange<PostedSeller>({
  ...another('reseller'),
  state: ({ amendments }, number, body, stating) => amendments.changeSeller(number, body, stating),
});

/** Another customer. */
export const transfer = asChange<PostedTransfer>({
  ...another('customer'),
  state: ({ orderPlaces }, number, body, stating) => orderPlaces.transfer(number, body, stating),
});

/** Where the days of the order begin. */
export const changeTimeZone = asChange<PostedRelocation>({
  begin: ({ order }) => ({ '/reference': newReference(), '/timeZone': order.timeZone }),
  Fields: () => (
    <>
      <Field name="/timeZone" label={useTexts().orderChanges.fields.timeZone} maxLength={60} required />
      <ReferenceField />
    </>
  ),
  read: (typed) => readFields(typed, /^\/(reference|timeZone)$/, ['/reference', '/timeZone']),
  state: ({ orderPlaces }, number, body, stating) => orderPlaces.changeTimeZone(number, body, stating),
});
