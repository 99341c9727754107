import { EVENT_TYPES } from '../../domain/journal.ts';
import { FormId } from '../parts/form/form-id.tsx';
import { MarkedField } from '../parts/form/marked-field.tsx';
import { useTexts } from '../reader.ts';
import { fieldOf, type TypedWebhook, type WrongWebhook } from './webhook-form.ts';

/** What a webhook is: where messages go, about what, and what it is for. */
export function WebhookFields({ typed, wrong }: { typed: TypedWebhook; wrong: WrongWebhook }) {
  const { webhooks: texts } = useTexts().account;
  return (
    <>
      <FormId value={typed.request} />
      <MarkedField label={texts.url} help={texts.urlHelp} wrong={wrong.url}>
        {(tied) => (
          <input {...tied} name="url" type="url" defaultValue={typed.url} maxLength={2_000} dir="ltr" required />
        )}
      </MarkedField>
      <MarkedField label={texts.description} wrong={wrong.description}>
        {(tied) => <input {...tied} name="description" defaultValue={typed.description} maxLength={200} dir="auto" />}
      </MarkedField>
      <details open={typed.types.length > 0}>
        <summary>{texts.types}</summary>
        <fieldset className="mt-2">
          <legend className="form-hint">{texts.typesHelp}</legend>
          {EVENT_TYPES.map((type) => (
            <label key={type} className="form-check">
              <input
                className="form-check-input"
                type="checkbox"
                name={fieldOf(type)}
                value="yes"
                defaultChecked={typed.types.includes(type)}
              />
              <code className="form-check-label" dir="ltr">
                {type}
              </code>
            </label>
          ))}
        </fieldset>
      </details>
    </>
  );
}
