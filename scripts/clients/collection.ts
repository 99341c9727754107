import type { ApiDocument } from '../../api/document/document.ts';
import { MADE } from '../../api/document/examples.ts';
import { KEY } from '../../api/document/operation.ts';

export const COLLECTION_FOLDER = 'clients/bruno';

type Parameter = { name: string; in: string; example?: unknown; description?: string };
type Operation = {
  operationId: string;
  tags: readonly string[];
  summary: string;
  description: string;
  security: Record<string, unknown>[];
  parameters: (Parameter | { $ref: string })[];
  requestBody?: { content: Record<string, { examples?: Record<string, { value: unknown }> }> };
};

/** Which answers tell what the service made, and where; the requests after them have that in place of the examples. */
const TELLS: Record<string, { name: keyof typeof MADE; at: string }> = {
  addWebhook: { name: 'webhook', at: 'res.body.id' },
  listDeliveries: { name: 'event', at: 'res.body.items[0].event' },
  makeKey: { name: 'key', at: 'res.body.id' },
  postBatch: { name: 'batch', at: 'res.body.id' },
  readToken: { name: 'token', at: 'res.body.token' },
  registerServer: { name: 'server', at: 'res.body.id' },
};

/** The requests of the API as a collection for Bruno: its files by their names, a request an operation, a folder a tag. */
export function collectionOfApi(document: ApiDocument): Map<string, string> {
  const files = new Map([
    ['bruno.json', `${JSON.stringify({ version: '1', name: document.info.title, type: 'collection' }, null, 2)}\n`],
    ['collection.bru', blocks({ auth: ['mode: bearer'], 'auth:bearer': ['token: {{apiKey}}'] })],
    ['environments/local.bru', blocks({ vars: ['baseUrl: http://127.0.0.1:3000', 'apiKey: '] })],
  ]);
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(methods as Record<string, unknown>) as [string, Operation][]) {
      const [tag = ''] = operation.tags;
      files.set(`${tag}/${operation.operationId}.bru`, request(files.size, method, path, operation));
    }
  return files;
}

function request(seq: number, method: string, path: string, operation: Operation): string {
  const { operationId, summary, description, security, parameters, requestBody } = operation;
  const told = TELLS[operationId];
  const own = parameters.filter((parameter): parameter is Parameter => 'name' in parameter);
  const body = Object.values(requestBody?.content['application/json']?.examples ?? {})[0]?.value;
  const takesKeys = parameters.some((parameter) => '$ref' in parameter && parameter.$ref.endsWith('/IdempotencyKey'));
  const url = `{{baseUrl}}${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
  return blocks({
    meta: [`name: ${operationId}`, 'type: http', `seq: ${seq}`],
    [method]: [
      `url: ${url}`,
      `body: ${body === undefined ? 'none' : 'json'}`,
      `auth: ${security.some((scheme) => KEY in scheme) ? 'inherit' : 'none'}`,
    ],
    // Each can be switched on; what stands there is for whoever does.
    'params:query': own.filter(({ in: place }) => place === 'query').map(({ name }) => `~${name}: `),
    'params:path': own
      .filter(({ in: place }) => place === 'path')
      .map(({ name, example }) => `${name}: ${withVariables(String(example))}`),
    headers: takesKeys ? ['Idempotency-Key: {{$guid}}'] : [],
    'body:json': body === undefined ? [] : withVariables(JSON.stringify(body, null, 2)).split('\n'),
    'vars:post-response': told ? [`${told.name}: ${told.at}`] : [],
    docs: [`${summary}. ${description}`],
  });
}

/** A text with what earlier answers told in place of what the service made in the examples. */
function withVariables(text: string): string {
  return Object.entries(MADE).reduce((said, [name, made]) => said.replaceAll(made, `{{${name}}}`), text);
}

/** A file of Bruno: blocks of lines by their names, those without lines left out. */
function blocks(contents: Record<string, string[]>): string {
  const written = Object.entries(contents).filter(([, lines]) => lines.length > 0);
  return written.map(([name, lines]) => `${name} {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`).join('\n');
}
