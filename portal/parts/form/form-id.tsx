import { randomUUID } from 'node:crypto';

/** The id of a form, by which what it asks is done once however often it is sent; `value` is that of one that came back. */
export function FormId({ value }: { value?: string | undefined }) {
  return <input type="hidden" name="request" value={value ?? randomUUID()} />;
}
