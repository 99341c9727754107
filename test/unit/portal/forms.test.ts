import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { readForm } from '../../../portal/form.ts';
import { keepable, parseForm } from '../../../services/input.ts';

let app: FastifyInstance;

beforeAll(() => {
  app = Fastify();
  const type = 'application/x-www-form-urlencoded';
  app.addContentTypeParser(type, { parseAs: 'buffer' }, async ({ headers }: FastifyRequest, bytes: Buffer) =>
    keepable(parseForm(bytes, headers['content-type'])),
  );
  app.post('/', (request) => readForm(request));
});
afterAll(() => app.close());

const sent = async (payload?: string) => {
  const headers = payload === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
  const { body } = await app.inject({ method: 'POST', url: '/', headers, ...(payload !== undefined && { payload }) });
  return body;
};

test.each([
  ['a field without the blanks around it', 'name=+Lobby+PBX%0D%0A', '{"name":"Lobby PBX"}'],
  ['a field that was sent twice as the last of them', 'role=viewer&role=+manager+', '{"role":"manager"}'],
  ['an empty field as an empty text', 'name=&role', '{"name":"","role":""}'],
  [
    'a name that objects have by themselves as a field',
    '__proto__=x&constructor=y',
    '{"__proto__":"x","constructor":"y"}',
  ],
  ['nothing where nothing was sent', undefined, '{}'],
])('a form is read: %s', async (_what, payload, read) => {
  expect(await sent(payload)).toBe(read);
});
