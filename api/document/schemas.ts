import { isDeepStrictEqual } from 'node:util';
import { NOUNS } from './nouns.ts';

/** A schema as the document writes it: plain JSON. */
export type Schema = {
  [keyword: string]: unknown;
  type?: string | string[];
  format?: string;
  description?: string;
  required?: string[];
  properties?: Record<string, Schema>;
  patternProperties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  discriminator?: { propertyName: string; mapping?: Record<string, string> };
};

/** What every engine of regular expressions reads; that a text can be seen is checked here alone. */
const NO_CONTROLS = '^[^\\x00-\\x1f\\x7f]*$';

const nameOf = new Map(Object.entries(NOUNS).map(([name, schema]) => [JSON.stringify(schema), name]));

export const refTo = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** The name in such a reference. */
export const nameIn = ($ref: string): string => $ref.split('/').at(-1)!;

/** The nouns of the API, each once; others stand in them by reference. */
export function nounSchemas(): Record<string, Schema> {
  return Object.fromEntries(Object.entries(NOUNS).map(([name, schema]) => [name, inner(plain(schema))]));
}

/** A schema of a route as others can read it: nouns by reference, and nothing that not every program understands. */
export function describeSchema(schema: object): Schema {
  const name = nameOf.get(JSON.stringify(schema));
  return name === undefined ? inner(plain(schema)) : refTo(name);
}

/** The schema without `null`, and whether it took that. */
export function withoutNull(schema: Schema): { schema: Schema; nullable: boolean } {
  const rest = schema.anyOf?.filter(({ type }) => type !== 'null');
  if (rest?.length !== 1 || schema.anyOf?.length !== 2) return { schema, nullable: false };
  return { schema: rest[0]!, nullable: true };
}

const plain = (schema: object) => JSON.parse(JSON.stringify(schema)) as Schema;

function inner({ format, patternProperties, ...schema }: Schema): Schema {
  // What an address says as a text is one of two all the same.
  if (isDeepStrictEqual(schema.enum, ['true', 'false'])) return { description: schema.description, type: 'boolean' };
  const { properties, items, additionalProperties, required } = schema;
  const [pattern, ...others] = Object.entries(patternProperties ?? {});
  if (others.length > 0) throw new Error('A schema with several patterns of names has no other form');
  return {
    ...schema,
    ...(format === 'text' ? { pattern: NO_CONTROLS } : isKnown(format) && { format }),
    // What has a default may be left out.
    ...(required && { required: required.filter((name) => properties?.[name]?.default === undefined) }),
    ...(properties && { properties: mapped(properties) }),
    ...(items && { items: describeSchema(items) }),
    ...(typeof additionalProperties === 'object' && { additionalProperties: describeSchema(additionalProperties) }),
    ...(pattern && { propertyNames: { pattern: pattern[0] }, additionalProperties: describeSchema(pattern[1]) }),
    ...several(schema, 'anyOf'),
    ...several(schema, 'oneOf'),
    ...(schema.discriminator && { discriminator: mapping(schema.discriminator, schema.oneOf ?? []) }),
    ...several(schema, 'allOf'),
  };
}

/** Whether a format says something to readers of the document; of a key its description and pattern do. */
const isKnown = (format?: string) => format !== undefined && format !== 'verifying-key';

const mapped = (schemas: Record<string, Schema>) =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, describeSchema(schema)]));

const several = (schema: Schema, keyword: 'anyOf' | 'oneOf' | 'allOf') =>
  schema[keyword] && { [keyword]: schema[keyword].map(describeSchema) };

/** By what a field says to which noun the whole belongs. */
function mapping({ propertyName }: { propertyName: string }, schemas: Schema[]) {
  const named = schemas.map((schema) => [schema.properties?.[propertyName]?.const, describeSchema(schema).$ref]);
  return { propertyName, mapping: Object.fromEntries(named) as Record<string, string> };
}
