import type { FormBody } from '../../form.ts';
import { LINE_FIELDS, missingInLines } from '../form/lines.ts';
import { PARTY_ROLES } from '../form/party-fields.tsx';
import { readFields, type Reading } from '../form/reading.ts';

const FIELDS = new RegExp(
  `^/(number|purchaseOrder)$|^/(${PARTY_ROLES.join('|')})/(id|name|email|timeZone|locale)$|${LINE_FIELDS.source}`,
);

/** Reads an order as the API takes it. Without reseller and distributor it is sold directly. */
export function readOrder(typed: FormBody): Reading {
  const named = PARTY_ROLES.filter((role) => role === 'customer' || typed[`/${role}/id`]);
  const parties = named.flatMap((role) => ['id', 'name', 'email'].map((field) => `/${role}/${field}`));
  const { body, wrong } = readFields(typed, FIELDS, ['/number', ...parties]);
  // Of a company without an id nothing is meant: details that a browser filled in are none.
  for (const role of PARTY_ROLES) if (!typed[`/${role}/id`]) delete body[role];
  return { body, wrong: new Map([...missingInLines(typed), ...wrong]) };
}
