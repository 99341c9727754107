import { useTexts } from '../../reader.ts';
import { Field, FormContext } from './field.tsx';
import { useContext } from 'react';

export const PARTY_ROLES = ['customer', 'reseller', 'distributor'] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

/** A company of an order: found by its name or id, or new with all that is needed of it. */
export function PartyFields({ role, required }: { role: PartyRole; required: boolean }) {
  const { words, orderChanges } = useTexts();
  const { fields } = orderChanges;
  const { typed, wrong } = useContext(FormContext);
  const others = ['name', 'email', 'timeZone', 'locale'].map((field) => `/${role}/${field}`);
  const isOpen = others.some((name) => wrong.has(name) || typed[name]);
  return (
    <fieldset className="mb-3">
      <legend className="h3">{words[role]}</legend>
      <Field
        name={`/${role}/id`}
        label={fields.party}
        help={required ? fields.partyHelp : fields.resellerHelp}
        required={required}
      />
      <details open={isOpen}>
        <summary className="mb-2">{fields.newAccount}</summary>
        <Field name={`/${role}/name`} label={fields.name} />
        <Field name={`/${role}/email`} label={fields.email} type="email" />
        <Field name={`/${role}/timeZone`} label={fields.timeZone} maxLength={60} />
        <Field name={`/${role}/locale`} label={fields.locale} maxLength={20} />
      </details>
    </fieldset>
  );
}
