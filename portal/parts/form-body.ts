/** What a form sent: a field that was sent twice counts once, as the last. */
export type FormBody = Readonly<Record<string, string>>;

/** Reads the body of a form. */
export function formBody(body: unknown): FormBody {
  const fields = Object.entries((body ?? {}) as Record<string, unknown>);
  return Object.fromEntries(
    fields.map(([name, value]) => [name, String(Array.isArray(value) ? (value.at(-1) ?? '') : value)]),
  );
}
