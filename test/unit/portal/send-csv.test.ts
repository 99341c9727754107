import Fastify from 'fastify';
import { expect, test } from '@jest/globals';
import { sendCsv } from '../../../portal/parts/list/send-csv.ts';

/** An app with one file of three parts, and what became of those who read them. */
function site() {
  const read: string[] = [];
  async function* parts() {
    try {
      for (const part of ['a\n', 'b\n', 'c\n']) {
        read.push(part.trim());
        yield part;
        await Promise.resolve();
      }
    } finally {
      read.push('ended');
    }
  }
  const app = Fastify();
  app.get('/file', (_request, reply) => sendCsv(reply, 'file', parts()));
  return { app, read };
}

test('a file is sent whole', async () => {
  const { app, read } = site();
  const answer = await app.inject({ url: '/file' });
  expect([answer.statusCode, answer.body, read]).toEqual([200, 'a\nb\nc\n', ['a', 'b', 'c', 'ended']]);
});

test('for who asks for its headers alone nothing more is read, and nothing is left open', async () => {
  const { app, read } = site();
  const answer = await app.inject({ method: 'HEAD', url: '/file' });
  expect([answer.statusCode, answer.headers['content-disposition'], answer.body]).toEqual([
    200,
    'attachment; filename="file.csv"',
    '',
  ]);
  expect(read).toEqual(['a', 'ended']);
});
