import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { JsonWebKey } from 'node:crypto';
import Fastify from 'fastify';
import { connect } from '../../db/orm.ts';
import { SERVER_KEY } from './fleet.ts';

/**
 * What a check-in cannot do without, and nothing else: read a row, verify a signature by its key, update the row, and for
 * a fresh document sign one; and a route that only verifies. Takes the address of the database and the port to listen on.
 */
const [databaseUrl, port] = process.argv.slice(2);
const PRIVATE_KEY = createPrivateKey({ key: { ...SERVER_KEY.publicKey, d: SERVER_KEY.d }, format: 'jwk' });

/** What is used here of the pool of `pg`, which comes without types. */
type Pool = {
  query: (query: { name: string; text: string; values: unknown[] }) => Promise<{ rows: { public_key: JsonWebKey }[] }>;
  on: (event: 'connect', listener: (client: { query: (text: string) => Promise<unknown> }) => void) => void;
};

// The same pool as the product's, without what lies between it and the product.
const orm = await connect(databaseUrl!);
const pool = (await orm.em.getConnection().getNativeClient()) as Pool;
// The product does not wait for the disk here either.
pool.on('connect', (client) => void client.query('set synchronous_commit = off'));

const app = Fastify();
app.get<{ Params: { server: string } }>('/known/:server', async (request, reply) => {
  await touch(request.params.server, request.headers.authorization!);
  return reply.code(304).send();
});
app.get<{ Params: { server: string } }>('/fresh/:server', async (request, reply) => {
  const signed = await touch(request.params.server, request.headers.authorization!);
  const signature = sign(null, signed, PRIVATE_KEY).toString('base64url');
  return reply.type('application/jwt').send(`${signed.toString()}.${signature}`);
});
app.get('/verified/:server', async (request, reply) => {
  verified(request.headers.authorization!, SERVER_KEY.publicKey);
  return reply.code(304).send();
});
app.get('/memory', () => ({ bytes: process.memoryUsage.rss() }));
await app.listen({ host: '127.0.0.1', port: Number(port) });
console.log('ready');

/** Answers what was signed. */
async function touch(server: string, authorization: string): Promise<Buffer> {
  const { rows } = await pool.query({
    name: 'read',
    text: 'select public_key from bare where server = $1',
    values: [server],
  });
  const signed = verified(authorization, rows[0]!.public_key);
  await pool.query({
    name: 'write',
    text: 'update bare set last_check_in_at = $2 where server = $1',
    values: [server, new Date()],
  });
  return signed;
}

/** Answers what was signed. Throws where it was not by this key. */
function verified(authorization: string, publicKey: JsonWebKey): Buffer {
  const end = authorization.lastIndexOf('.');
  const signed = Buffer.from(authorization.slice('Bearer '.length, end));
  const key = createPublicKey({ key: publicKey, format: 'jwk' });
  if (!verify(null, signed, key, Buffer.from(authorization.slice(end + 1), 'base64url')))
    throw new Error('Not authentic');
  return signed;
}
