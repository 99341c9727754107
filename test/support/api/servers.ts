import { generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { decodeJwt, SignJWT } from 'jose';
import { anOrder, type Answer, type TestApi } from './api.ts';

export const AUDIENCE = 'https://licensing.example';

/** A machine with an AppSuite: what tells it from others, and its key pair. */
export type Machine = { fingerprint: string; privateKey: KeyObject; publicKey: object };

/** A machine with a new key; `fingerprint` says which machine it is. */
export function aMachine(fingerprint: string = randomUUID()): Machine {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { fingerprint, privateKey, publicKey: publicKey.export({ format: 'jwk' }) };
}

/** A server of a customer of its own. */
export type TestServer = { order: ReturnType<typeof anOrder>; customer: string; id: string };

/** What customers and their AppSuites do, over HTTP. `clock` is what machines take for now, in epoch milliseconds. */
export function createServers(api: () => TestApi, clock: () => number = Date.now) {
  const call: TestApi['call'] = (...about) => api().call(...about);

  /** A customer whose order is unlocked, with a server of its own. */
  async function aServer(lines?: object[]): Promise<TestServer> {
    const order = anOrder(lines && { lines });
    await call('POST', '/v1/orders', order);
    await call('POST', `/v1/orders/${order.number}/unlock`);
    const server = { name: 'Main', role: 'production' };
    const registered = await call('POST', `/v1/accounts/${order.customer.id}/servers`, server);
    return { order, customer: order.customer.id, id: registered.body.id as string };
  }

  const assign = (id: string, application: string, capacity: number, headers?: object): Promise<Answer> =>
    call('PUT', `/v1/servers/${id}/assignments/${application}`, { capacity }, headers);

  const tokenOf = async (id: string) => (await call('GET', `/v1/servers/${id}/token`)).body.token as string;

  const activate = (token: string, { fingerprint, publicKey }: Machine, changes: object = {}): Promise<Answer> => {
    const body = { token, fingerprint, publicKey, version: '2020.Winter.1', ...changes };
    return call('POST', '/v1/activations', body, { authorization: '' });
  };

  /** A string for people to carry, signed by a machine. */
  const carried = (typ: string, { privateKey }: Machine, claims: object, iat = Math.floor(clock() / 1000)) =>
    new SignJWT({ iat, jti: randomUUID(), ...claims }).setProtectedHeader({ alg: 'EdDSA', typ }).sign(privateKey);

  async function signed(id: string, { privateKey }: Machine, claims: object = {}): Promise<string> {
    const iat = Math.floor(clock() / 1000);
    return new SignJWT({ iss: id, aud: AUDIENCE, iat, exp: iat + 300, jti: randomUUID(), ...claims })
      .setProtectedHeader({ alg: 'EdDSA' })
      .sign(privateKey);
  }

  return {
    aServer,
    assign,
    tokenOf,
    activate,
    signed,

    /** The request string of a machine without a network. */
    offlineRequest: (token: string, machine: Machine, claims: object = {}): Promise<string> => {
      const { fingerprint, publicKey } = machine;
      const about = { token, fingerprint, publicKey, version: '2026.Autumn.1', ...claims };
      return carried('offline-request+jwt', machine, about);
    },

    /** The string by which it says that it stopped, and gives back the document in a response. */
    returnString: (id: string, machine: Machine, response: string, claims: object = {}): Promise<string> => {
      const doc = decodeJwt(response).jti;
      return carried('offline-return+jwt', machine, { iss: id, fingerprint: machine.fingerprint, doc, ...claims });
    },

    checkIn: async (id: string, machine: Machine, etag?: string, claims?: object): Promise<Answer> =>
      call('GET', '/v1/license', undefined, {
        authorization: `Bearer ${await signed(id, machine, claims)}`,
        ...(etag && { 'if-none-match': etag }),
      }),

    /** A server that holds five digital faxes and is activated. */
    anActivatedServer: async (lines?: object[]) => {
      const server = await aServer(lines);
      await assign(server.id, 'digital-fax', 5);
      const machine = aMachine();
      const activated = await activate(await tokenOf(server.id), machine);
      return { ...server, machine, activated };
    },

    /** The types of what happened to a server, oldest first. */
    eventsOf: async (id: string): Promise<string[]> => {
      const { body } = await call('GET', `/v1/servers/${id}/events`);
      return body.items.map(({ type }: { type: string }) => type);
    },
  };
}
