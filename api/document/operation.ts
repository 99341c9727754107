import { STATUS_CODES } from 'node:http';
import type { FastifyContextConfig, FastifySchema } from 'fastify';
import type { ProblemCode } from '../../services/problems/problems.ts';
import { CHANGING } from '../hooks/idempotency.ts';
import { exampleOf, placeExample } from './examples.ts';
import { answerHeaderRefs, requestHeaderRef, type AnswerHeader } from './headers.ts';
import { problemAnswer, refToProblem, statusesOf, type Refused } from './problems.ts';
import { describeSchema, nameIn, withoutNull, type Schema } from './schemas.ts';

declare module 'fastify' {
  interface FastifySchema {
    /** What the route refuses by, beside what every route of its kind does. */
    problems?: readonly Refused[];
    /** Headers of its answers that are no problems, beside those that every answer has. */
    answersWith?: readonly AnswerHeader[];
  }
}

/** A route as Fastify was told of it. */
export type DescribedRoute = { method: string; url: string; schema: FastifySchema; config: FastifyContextConfig };

/** How callers prove who they are, by the names of the document's security schemes. */
export const KEY = 'apiKey';
export const SERVER = 'serverToken';

/** Refusals that are the first answer of a key as well. */
const REPLAYABLE = [404, 409, 410, 412, 422];

/** One operation of the document. */
export function describeOperation(route: DescribedRoute) {
  const { operationId, tags, summary, description, body } = route.schema;
  return {
    ...{ operationId, tags, summary },
    description: [description, keySentence(route)].filter(Boolean).join(' '),
    security: route.schema.security ?? [],
    parameters: parametersOf(route),
    ...(body !== undefined && { requestBody: requestBody(body) }),
    responses: { ...answersOf(route), ...problemsOf(route) },
  };
}

/** The codes by which a route can refuse, with the status of each. */
export function refusalsOf(route: DescribedRoute): [ProblemCode, number][] {
  const { schema, url } = route;
  const isOfApi = url.startsWith('/v1/');
  return statusesOf([
    'HEADERS_TOO_LARGE',
    'INTERNAL',
    ...(isOfApi || url === '/readyz' ? (['DATABASE_NOT_WRITABLE', 'DATABASE_UNAVAILABLE'] as const) : []),
    'INVALID_REQUEST',
    ...(url.includes(':') ? (['ADDRESS_TOO_LONG', 'MALFORMED_ADDRESS', 'NOT_FOUND'] as const) : []),
    ...(url.startsWith('/v1/orders/:') ? (['ORDER_NOT_REPAIRED'] as const) : []),
    ...(url.startsWith('/v1/servers/:') ? (['SERVER_NOT_REPAIRED'] as const) : []),
    ...(CHANGING.includes(route.method) ? (['MALFORMED_BODY', 'TOO_LARGE', 'UNSUPPORTED_CONTENT_TYPE'] as const) : []),
    ...(isAskedFor(route, KEY) ? (['NOT_AUTHENTICATED', 'NOT_PERMITTED', 'TOO_MANY_REQUESTS'] as const) : []),
    ...(takesKeys(route) ? (['IDEMPOTENCY_KEY_REUSED', 'REQUEST_IN_PROGRESS'] as const) : []),
    ...(schema.problems ?? []),
  ]);
}

/** Most pages that show a document leave the roles of a key out. */
function keySentence({ schema }: DescribedRoute): string | undefined {
  const [scope] = (schema.security ?? []).flatMap((one) => one[KEY] ?? []);
  return scope && `Needs a key with the scope \`${scope}\`.`;
}

function isAskedFor({ schema }: DescribedRoute, scheme: string): boolean {
  return (schema.security ?? []).some((one) => scheme in one);
}

/** Whether a request can have an Idempotency-Key. Of a server that has left, the repeat proves only that it has. */
function takesKeys(route: DescribedRoute): boolean {
  return CHANGING.includes(route.method) && !isAskedFor(route, SERVER);
}

function parametersOf(route: DescribedRoute) {
  const { params, querystring, headers, response } = route.schema;
  return [
    ...named('path', params).map((parameter) => ({ ...parameter, example: placeExample(route.url, parameter.name) })),
    ...named('query', querystring),
    ...named('header', headers),
    ...(takesKeys(route) ? [requestHeaderRef('Idempotency-Key')] : []),
    ...('304' in (response as object) ? [requestHeaderRef('If-None-Match')] : []),
    requestHeaderRef('Request-Id'),
  ];
}

/** The parameters of a place. Those that are found by a pattern of their names are the fields of one object. */
function named(place: 'path' | 'query' | 'header', of: unknown) {
  if (!of) return [];
  const { properties = {}, required = [], propertyNames, additionalProperties } = describeSchema(of);
  const parameters = Object.entries(properties).map(([name, { description, ...about }]) => ({
    ...{ name: place === 'header' ? headerName(name) : name, in: place, required: required.includes(name) },
    ...(description && { description }),
    schema: about,
  }));
  if (!propertyNames) return parameters;
  const schema = { type: 'object', propertyNames, additionalProperties };
  return [...parameters, { name: 'metadata', in: place, required: false, style: 'form', explode: true, schema }];
}

/** `if-match` as RFC 9110 writes it. */
const headerName = (name: string) => name.replaceAll(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());

/** A body of one kind, or one of several kinds that each have a schema. */
function requestBody(body: unknown) {
  const { content: kinds } = body as { content?: Record<string, { schema: object }> };
  if (kinds) {
    const described = Object.entries(kinds).map(([type, { schema }]) => [
      type,
      media({ ...(type !== 'application/json' && TEXT), ...describeSchema(schema) }),
    ]);
    return { required: true, content: Object.fromEntries(described) as object };
  }
  const { schema, nullable } = withoutNull(describeSchema(body as object));
  return { required: !nullable, content: { 'application/json': media(schema) } };
}

const TEXT: Schema = { type: 'string' };

/** A body of one type, with an example of each noun that can stand there. */
function media(schema: Schema) {
  const nouns = (schema.anyOf ?? [schema]).flatMap(({ $ref }) => (typeof $ref === 'string' ? nameIn($ref) : []));
  const examples = nouns.flatMap((noun) => {
    const value = exampleOf(noun);
    return value === undefined ? [] : [[noun, { value }] as const];
  });
  return { schema, ...(examples.length > 0 && { examples: Object.fromEntries(examples) }) };
}

function answersOf(route: DescribedRoute) {
  const answers = Object.entries(route.schema.response as Record<string, object>).map(([status, schema]) => [
    status,
    answer(route, Number(status), describeSchema(schema)),
  ]);
  return Object.fromEntries(answers) as object;
}

function answer(route: DescribedRoute, status: number, { description, ...schema }: Schema) {
  const isEmpty = Object.keys(schema).length === 0;
  const types = Map.groupBy(schema.anyOf ?? [schema], ({ contentMediaType }) => contentMediaType ?? 'application/json');
  const content = [...types].map(([type, schemas]) => [
    type,
    media(schemas.length === 1 ? bare(schemas[0]!) : { anyOf: schemas }),
  ]);
  return {
    description: description ?? STATUS_CODES[status]!,
    headers: answerHeaderRefs([
      'Request-Id',
      ...(takesKeys(route) ? (['Idempotent-Replayed'] as const) : []),
      ...(route.schema.answersWith ?? []),
    ]),
    ...(!isEmpty && { content: Object.fromEntries(content) as object }),
  };
}

/** What a type of content says already, the schema need not. */
const bare = ({ contentMediaType: _type, ...schema }: Schema): Schema => schema;

/** The codes that a route refuses by under each status. */
export function byStatus(refused: readonly [ProblemCode, number][]): Map<number, ProblemCode[]> {
  const codes = Map.groupBy(refused, ([, status]) => status);
  return new Map([...codes].map(([status, same]) => [status, [...new Set(same.map(([code]) => code))].sort()]));
}

function problemsOf(route: DescribedRoute) {
  const answers = [...byStatus(refusalsOf(route))].map(([status, codes]) => {
    if (codes.length === 1) return [status, refToProblem(codes[0]!)];
    const isReplayed = takesKeys(route) && REPLAYABLE.includes(status);
    return [status, problemAnswer(codes, isReplayed ? ['Idempotent-Replayed'] : [])];
  });
  return Object.fromEntries(answers) as object;
}
