import Type from 'typebox';
import { EVENT_TYPES } from '../../domain/journal.ts';
import { Text } from '../../services/text.ts';

export { Text };

export const Id = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$', description: 'Case-sensitive' });
/** A number or name that others gave, on their side. */
export const Theirs = (description: string) => Type.String({ ...Text, maxLength: 80, description });
export const Metadata = Type.Record(Type.String({ pattern: '^[A-Za-z0-9_.-]{1,40}$' }), Text, {
  maxProperties: 20,
  additionalProperties: false,
  description: 'Texts by keys of the poster’s own. Whoever posted them and the vendor read them, nobody else',
});
export const Email = Type.String({ maxLength: 200, format: 'idn-email' });
export const TimeZone = Type.String({ minLength: 1, maxLength: 60, description: 'A name of the IANA database' });
export const Locale = Type.String({ pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$', description: 'BCP 47' });
export const Day = Type.String({ minLength: 1, description: 'A calendar day, YYYY-MM-DD', examples: ['2026-12-01'] });
export const Instant = Type.String({ format: 'date-time' });
export const Capacity = Type.Integer({ minimum: 1, maximum: 1_000_000 });
export const Units = Type.Integer({ minimum: 0 });
export const Cursor = Type.String({
  minLength: 1,
  maxLength: 12_000,
  description: '`nextCursor` of the answer before',
});

/** An object that takes no other fields than those named. */
export const Closed = <Properties extends Type.TProperties>(
  properties: Properties,
  options: Type.TObjectOptions = {},
) => Type.Object(properties, { ...options, additionalProperties: false });

/** One of a list of the domain, which stays the only place that lists them. */
export const OneOf = <const Values extends readonly string[]>(values: Values) =>
  Type.Unsafe<Values[number]>({ type: 'string', enum: [...values] });

export const Nullable = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);

/** An answer without a body. */
export const Nothing = (description: string) => Type.Unsafe<undefined>({ description });

/** A page of a list. */
export const Page = <Schema extends Type.TSchema>(item: Schema) =>
  Type.Object({ items: Type.Array(item), nextCursor: Nullable(Type.String()) });

/** A page of what goes on for years: its end has a cursor too, after which the next call finds what came since. */
export const Life = <Schema extends Type.TSchema>(item: Schema) =>
  Type.Object({
    items: Type.Array(item),
    nextCursor: Type.String({ description: 'To go on from, today or in a year' }),
  });

export const IfMatch = Type.Object({
  'if-match': Type.Optional(
    Type.String({ description: 'The ETag of an earlier answer: 412 when what it is about has changed since' }),
  ),
});

export const Paging = {
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
  cursor: Type.Optional(Cursor),
};

export const JournalEvent = Type.Object(
  { stream: Type.String(), seq: Type.Integer(), type: OneOf(EVENT_TYPES), at: Instant, recordedAt: Instant },
  { additionalProperties: true, description: 'What happened; further fields depend on the type' },
);
