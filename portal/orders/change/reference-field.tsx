import { useTexts } from '../../reader.ts';
import { Field } from '../form/field.tsx';

/** What the change is called: the form brings one, so that sent twice it is done once. */
export function ReferenceField() {
  const { fields } = useTexts().orderChanges;
  return <Field name="/reference" label={fields.reference} help={fields.referenceHelp} maxLength={80} required />;
}
