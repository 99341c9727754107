import { format } from 'prettier';
import type { TSchema } from 'typebox';
import { EVENTS } from '../../api/schemas/events.ts';

/** Where the list of events stands. */
export const EVENTS_PAGE = 'docs/events.md';

const BEGINNING = `# Events

What happened, as \`GET /v1/events\` and webhooks tell it, and with the fields that are in it then. Every event has these; the fields of its type stand below. Fields are added in time and none is ever removed, so a reader passes over what it does not know. \`npm run events\` writes this page from [api/schemas](../api/schemas/event-fields.ts), which the types of the rules have to agree with.

Instants are ISO 8601 in UTC, days \`YYYY-MM-DD\` at the customer. What is optional (\`?\`) is absent where there is nothing to say, and where it is not for the reader.
`;

type Shape = TSchema & {
  type?: string;
  description?: string;
  enum?: string[];
  anyOf?: Shape[];
  allOf?: Shape[];
  items?: Shape;
  const?: string;
  format?: string;
  properties?: Record<string, Shape>;
  required?: string[];
};

/** The page that lists every type of event with its fields. */
export async function renderEvents(): Promise<string> {
  const schemas = EVENTS.map(({ type, schema }): { type: string; schema: Shape } => ({ type, schema }));
  const [{ schema: first }] = schemas as [(typeof schemas)[number]];
  const common = Object.keys(first.properties!).filter((name) =>
    schemas.every(({ schema }) => name in schema.properties!),
  );
  const sections = schemas.map(({ type, schema }) => {
    const own = Object.keys(schema.properties!).filter((name) => !common.includes(name));
    return `## ${type}\n\n${own.length > 0 ? table(schema, own) : 'Nothing else.'}\n`;
  });
  const page = [BEGINNING, table(first, common), ...sections].join('\n');
  return format(page, { parser: 'markdown', printWidth: 120, singleQuote: true });
}

function table({ properties, required = [] }: Shape, names: string[]): string {
  const rows = names.map((name) => {
    const field = properties![name]!;
    return `| \`${name}\`${required.includes(name) ? '' : '?'} | ${name === 'type' ? 'text' : kindOf(field)} | ${aboutOf(field)} |`;
  });
  return ['| field | is | |', '|---|---|---|', ...rows].join('\n');
}

function kindOf(schema: Shape): string {
  if (schema.anyOf) return schema.anyOf.map(kindOf).join(' or ');
  if (schema.enum && schema.enum.length <= 4) return schema.enum.map((one) => `\`${one}\``).join(', ');
  if (schema.allOf) return 'an order';
  if (schema.type === 'array') return `list of ${kindOf(schema.items!)}`;
  if (schema.type === 'object') return objectOf(schema);
  if (schema.format === 'date-time') return 'instant';
  return { string: 'text', integer: 'number', boolean: 'yes or no', null: 'null' }[schema.type ?? ''] ?? 'any';
}

function objectOf({ properties = {}, required = [] }: Shape): string {
  const names = Object.keys(properties).map((name) => `\`${name}\`${required.includes(name) ? '' : '?'}`);
  return names.length > 0 ? `{${names.join(', ')}}` : 'object';
}

function aboutOf(schema: Shape): string {
  return schema.description ?? schema.anyOf?.find(({ description }) => description)?.description ?? '';
}
