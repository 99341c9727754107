import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import Schema from 'typebox/schema';
import type { ApiDocument } from '../../../api/document/document.ts';

type Json = Record<string, unknown>;
type Answered = { description: string; headers: object; content?: Record<string, { schema: Json }> };
type Operation = { operationId: string; responses: Record<string, Answered> };
type Described = { method: string; address: RegExp; operation: Operation };
type Validator = { Check: (value: unknown) => boolean; Errors: (value: unknown) => [boolean, object[]] };

/** Which words of schemas mean what. Where it is not said, each reference is looked for in the whole document. */
const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** Headers that say something of one answer, where an operation names them. */
const SAYING = ['etag', 'location', 'check-in-number', 'retry-after'];

/**
 * Has every answer of an app compared with its own OpenAPI document: its status and the code of its problem are declared for
 * the operation, its body is of the type and the schema that stand there, with no field that they do not name, and so are
 * its headers. What is no operation, such as a page, is let pass.
 */
export function holdToContract(app: FastifyInstance): void {
  const inject = app.inject.bind(app) as (asked: InjectOptions | string) => Promise<LightMyRequestResponse>;
  let contract: ReturnType<typeof contractOf> | undefined;
  app.inject = (async (asked: InjectOptions | string) => {
    const answer = await inject(asked);
    contract ??= contractOf(app.swagger() as unknown as ApiDocument);
    const { method = 'GET', url } = typeof asked === 'string' ? { url: asked } : asked;
    contract(method, typeof url === 'string' ? url : '', answer);
    return answer;
  }) as typeof app.inject;
}

/** How a document says an operation answers; throws where an answer is another. */
function contractOf(document: ApiDocument) {
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Described => {
      const address = new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`);
      return { method, address, operation: resolved(document, operation) };
    }),
  );
  const validate = createValidate(document);

  return (method: string, url: string, answer: LightMyRequestResponse): void => {
    const path = url.split('?', 1)[0]!;
    const known = described.find((one) => one.method === method.toLowerCase() && one.address.test(path));
    if (known) check(known.operation, answer);
  };

  function check({ operationId, responses }: Operation, answer: LightMyRequestResponse): void {
    const { statusCode, headers, body } = answer;
    const differs = (what: string): never => {
      throw new Error(
        `The document does not say of ${operationId}, answered ${statusCode}: ${what}\n${body.slice(0, 2_000)}`,
      );
    };
    const declared = responses[statusCode] ?? differs('that status');
    const names = Object.keys(declared.headers).map((name) => name.toLowerCase());
    const unnamed = SAYING.filter((name) => name in headers && !names.includes(name));
    if (unnamed.length > 0) differs(`the header ${unnamed.join(', ')}`);
    if (!declared.content) return body === '' ? undefined : differs('a body');
    const [type = ''] = String(headers['content-type']).split(';');
    const { schema } = declared.content[type] ?? differs(`the type ${type}`);
    const mistakes = validate(schema, type.endsWith('json') ? answer.json() : body);
    if (mistakes.length > 0) differs(JSON.stringify(mistakes.slice(0, 3)));
  }
}

/** What is wrong with a value by a schema of a document, where objects have the fields that are named and no others. */
export function createValidate(document: ApiDocument): (schema: object, value: unknown) => object[] {
  const schemas = document.components.schemas as Record<string, Json>;
  const components = { schemas: Object.fromEntries(Object.entries(schemas).map(([name, one]) => [name, closed(one)])) };
  const compiled = new Map<object, Validator>();

  function closed(schema: Json): Json {
    const inner = withClosed(schema);
    const names = Object.keys(schema.properties ?? schema.allOf ?? {});
    const isOpen = names.length > 0 && !('additionalProperties' in schema);
    return isOpen ? { ...inner, unevaluatedProperties: false } : inner;
  }

  /** As it was, with what stands in it closed; parts of an `allOf` know nothing of each other's fields. */
  function withClosed(schema: Json): Json {
    return Object.fromEntries(
      Object.entries(schema).map(([keyword, value]) => {
        if (keyword === 'properties') return [keyword, mapped(value as Record<string, Json>)];
        if (keyword === 'items') return [keyword, closed(value as Json)];
        if (keyword === 'additionalProperties' && typeof value === 'object') return [keyword, closed(value as Json)];
        if (keyword === 'anyOf' || keyword === 'oneOf') return [keyword, (value as Json[]).map(closed)];
        if (keyword === 'allOf') return [keyword, (value as Json[]).map((part) => withClosed(meant(part)))];
        return [keyword, value];
      }),
    );
  }

  function mapped(properties: Record<string, Json>): Record<string, Json> {
    return Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, closed(one)]));
  }

  function meant(part: Json): Json {
    return typeof part.$ref === 'string' ? schemas[part.$ref.split('/').at(-1)!]! : part;
  }

  return (schema, value) => {
    const known = compiled.get(schema) ?? Schema.Compile({ $schema: DIALECT, ...closed(schema as Json), components });
    compiled.set(schema, known);
    return known.Check(value) ? [] : known.Errors(value)[1];
  };
}

/** An operation with the answers that it shares with others in their places. */
function resolved(
  document: ApiDocument,
  { operationId, responses }: { operationId?: unknown; responses: object },
): Operation {
  const shared = document.components.responses as Record<string, Answered>;
  const entries = Object.entries(responses as Record<string, Answered | { $ref: string }>);
  const answers = entries.map(([status, answer]) => [
    status,
    '$ref' in answer ? shared[answer.$ref.split('/').at(-1)!]! : answer,
  ]);
  return { operationId: String(operationId), responses: Object.fromEntries(answers) as Operation['responses'] };
}
