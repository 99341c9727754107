import { hashOfJson } from '../../../services/canonical.ts';
import type { PostedAmendment } from '../../../services/orders/amendments.ts';
import type { FormBody } from '../../form.ts';
import { useTexts } from '../../reader.ts';
import { Field } from '../form/field.tsx';
import { newReference } from '../form/order-form.ts';
import { LineFields } from '../form/line-fields.tsx';
import { fieldLine, LINE_FIELDS, missingInLines } from '../form/lines.ts';
import { PARTY_ROLES, PartyFields } from '../form/party-fields.tsx';
import { fieldsOf, readFields, type Wrong } from '../form/reading.ts';
import type { Order } from '../order.ts';
import { asChange } from './change.ts';
import { ReferenceField } from './reference-field.tsx';

const PARTY_FIELDS = /^\/(customer|reseller|distributor)\/(id|name|email|timeZone|locale)$/;
const FIELDS = new RegExp(`^/(reference|purchaseOrder)$|${PARTY_FIELDS.source}|${LINE_FIELDS.source}`);

/** Parts of an order that an amendment replaces whole. */
const PARTS = [...PARTY_ROLES, 'lines', 'purchaseOrder'] as const;
type Part = (typeof PARTS)[number];

/** Corrects an order of which nothing has become yet: what was typed otherwise than it stood is replaced, and the rest is not named. */
export const amend = asChange<PostedAmendment>({
  parties: PARTY_ROLES,
  sells: true,
  begin({ order }) {
    const fields = fieldsAsSold(order);
    return { ...fields, ...wasOf(fields), '/reference': newReference() };
  },
  Fields({ rows }) {
    const { words } = useTexts();
    return (
      <>
        {PARTY_ROLES.map((role) => (
          <PartyFields key={role} role={role} required={role === 'customer'} />
        ))}
        <Field name="/purchaseOrder" label={words.purchaseOrder} maxLength={80} />
        <LineFields rows={rows} endsWithOrder={false} />
        <ReferenceField />
      </>
    );
  },
  read(typed, { order }) {
    const required = ['/reference', '/customer/id', '/customer/name', '/customer/email'];
    const { body, wrong } = readFields(typed, FIELDS, required);
    const changed = PARTS.filter((part) => typed[`was:${part}`] !== hashOfPart(typed, part));
    const others = changed.map((part) => [part, isEmpty(typed, part) ? null : body[part]] as const);
    const nothing = changed.length === 0 ? [['/reference', 'nothingTyped' as Wrong] as const] : [];
    return {
      body: { reference: body.reference, ...Object.fromEntries(others) },
      wrong: new Map([...nothing, ...missingInLines(typed), ...wrong]),
      overtaken: asOvertaken(typed, fieldsAsSold(order), changed),
    };
  },
  state: ({ amendments }, number, body, stating) => amendments.amend(number, body, stating),
  isSaidBy: (event, { reference }) => event.type === 'amended' && event.reference === reference,
});

/**
 * The form for an order of which somebody else has corrected what was typed otherwise here: it keeps that, and says the rest as
 * it is now. Null where nothing of the kind happened.
 */
function asOvertaken(typed: FormBody, sold: FormBody, changed: readonly Part[]): FormBody | null {
  if (changed.every((part) => typed[`was:${part}`] === hashOfPart(sold, part))) return null;
  const parts = PARTS.flatMap((part) => fieldsOfPart(changed.includes(part) ? typed : sold, part));
  return { ...Object.fromEntries(parts), ...wasOf(sold), '/reference': typed['/reference'] ?? '' };
}

/** What stands of an order, as it would be typed. */
function fieldsAsSold({ customer, reseller, distributor, purchaseOrder, lines }: Order): FormBody {
  return fieldsOf({ customer, reseller, distributor, purchaseOrder, lines: lines.map(fieldLine) });
}

/** What each part is as sold, by which it is known again when the form comes back. */
function wasOf(sold: FormBody): FormBody {
  return Object.fromEntries(PARTS.map((part) => [`was:${part}`, hashOfPart(sold, part)]));
}

/** What is typed of a part, by which it is known again; what is empty counts as absent. */
function hashOfPart(typed: FormBody, part: Part): string {
  const fields = fieldsOfPart(typed, part).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return hashOfJson(fields).slice(0, 16);
}

/** Of a company without an id nothing is meant, whatever else stands there. */
function isEmpty(typed: FormBody, part: Part): boolean {
  return PARTY_ROLES.some((role) => role === part) ? !typed[`/${part}/id`] : fieldsOfPart(typed, part).length === 0;
}

function fieldsOfPart(typed: FormBody, part: Part): [string, string][] {
  return Object.entries(typed).filter(
    ([name, text]) => text !== '' && (name === `/${part}` || name.startsWith(`/${part}/`)),
  );
}
