import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt, SignJWT } from 'jose';
import { Webhook } from 'standardwebhooks';
import { unlockCapability } from '../../secrets/unlock-link.ts';
import { altered, respelled } from '../support/altered.ts';
import { keyFor } from '../support/api/api-keys.ts';
import { anOrder, startWorker } from '../support/api/api.ts';
import { signInAs } from '../support/api/people.ts';
import { aMachine, createServers } from '../support/api/servers.ts';
import { openSite, type TestSite } from '../support/portal/site.ts';

/**
 * Every string that the product accepts, altered in each of its bits and in its encoding, is refused or means the very
 * same; and what is spent is spent in all its spellings.
 */

const REFUSED = 'refused';
const REPORTS = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const AT_ONCE = 24;

/** Of all alterations every third one is tried; `CASES=all` tries all. */
const EVERY = process.env.CASES === 'all' ? 1 : 3;

let site: TestSite;
let worker: { stop: () => Promise<void> };

beforeAll(async () => {
  site = await openSite({ resendWebhookSecret: REPORTS });
  worker = await startWorker(site);
});
afterAll(async () => {
  await worker.stop();
  await site.close();
});

const { aServer, anActivatedServer, assign, tokenOf, activate, signed, offlineRequest, returnString } = createServers(
  () => site,
);

const FAX = [{ application: 'digital-fax', capacity: 8, license: 'perpetual' }];

/** What each text is answered with, a few at once. */
async function outcomes(texts: string[], outcomeOf: (text: string) => Promise<string>): Promise<Map<string, string>> {
  const waiting = texts.filter((_, index) => index % EVERY === 0);
  const heard = new Map<string, string>();
  const lane = async () => {
    for (let text = waiting.pop(); text !== undefined; text = waiting.pop()) heard.set(text, await outcomeOf(text));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return heard;
}

/** The alterations whose outcome is none of these. */
async function surprising(texts: string[], outcomeOf: (text: string) => Promise<string>, expected: string[]) {
  return [...(await outcomes(texts, outcomeOf))].filter(([, outcome]) => !expected.includes(outcome));
}

const exchange = (id: string, request: string) =>
  site.call('POST', `/v1/servers/${id}/offline-activations`, { request });
const giveBack = (id: string, proof: string) => site.call('POST', `/v1/servers/${id}/offline-returns`, { proof });

/** A server of eight digital faxes, and a machine without a network that has its token. */
async function aWaitingServer() {
  const { id } = await aServer(FAX);
  await assign(id, 'digital-fax', 8);
  const [machine, token] = [aMachine(), await tokenOf(id)];
  /** Goes offline by a new request. */
  const goOffline = async () => {
    const request = await offlineRequest(token, machine);
    const { body } = await exchange(id, request);
    return { request, response: body.response as string };
  };
  return { id, machine, token, goOffline };
}

const modeOf = async (id: string) => (await site.call('GET', `/v1/servers/${id}`)).body.mode;

/** A string that is accepted, and what it means: the outcome of whoever shows it. */
type Accepted = { text: string; outcomeOf: (text: string) => Promise<string> };

const bearer = (text: string) => ({ authorization: `Bearer ${text}` });

const STRINGS: [name: string, make: () => Promise<Accepted>][] = [
  [
    'an API key',
    async () => ({
      text: (await keyFor(site.deps.orm.em.fork(), 'vendor')).authorization.slice('Bearer '.length),
      outcomeOf: async (text) => {
        const { status, body } = await site.call('GET', '/v1/accounts', undefined, bearer(text));
        return status === 200 ? JSON.stringify(body) : REFUSED;
      },
    }),
  ],
  [
    'a cursor',
    async () => {
      for (const _ of [1, 2]) await site.call('POST', '/v1/orders', anOrder());
      const { body } = await site.call('GET', '/v1/accounts?limit=1');
      return {
        text: body.nextCursor,
        outcomeOf: async (text) => {
          const answer = await site.call('GET', `/v1/accounts?limit=1&cursor=${encodeURIComponent(text)}`);
          return answer.status === 200 ? JSON.stringify(answer.body) : REFUSED;
        },
      };
    },
  ],
  [
    'an unlock link',
    async () => {
      const order = anOrder();
      await site.call('POST', '/v1/orders', order);
      const link = { order: order.number, delivery: '1', generation: 0 };
      return {
        text: unlockCapability(site.deps.secretKeys, link),
        outcomeOf: async (text) => {
          const { status, body } = await site.visitor().get(`/unlock/${text}`);
          return status === 200 && body.includes(order.number) ? order.number : REFUSED;
        },
      };
    },
  ],
  [
    'a session’s cookie',
    async () => {
      const { cookie, email } = await signInAs(site.deps.orm.em.fork(), 'vendor');
      const [name, text] = cookie.split('=') as [string, string];
      return {
        text,
        outcomeOf: async (value) => {
          const { status, body } = await site.visitor(`${name}=${value}`).get('/sessions');
          return status === 200 && body.includes('This browser') ? email : REFUSED;
        },
      };
    },
  ],
  [
    'a check-in’s JWT',
    async () => {
      const { id, machine } = await anActivatedServer();
      return {
        text: await signed(id, machine),
        outcomeOf: async (text) => {
          const { status, body } = await site.call('GET', '/v1/license', undefined, bearer(text));
          return status === 200 ? `${decodeJwt(body as string).sub}` : REFUSED;
        },
      };
    },
  ],
  [
    'the signature of a webhook',
    async () => {
      const [id, at, payload] = ['msg_1', new Date(), JSON.stringify({ type: 'email.opened' })];
      return {
        text: new Webhook(REPORTS).sign(id, at, payload),
        outcomeOf: async (text) => {
          const signed = {
            'svix-id': id,
            'svix-timestamp': `${Math.floor(at.getTime() / 1000)}`,
            'svix-signature': text,
          };
          const headers = { 'content-type': 'application/json', ...signed };
          const { statusCode } = await site.app.inject({ method: 'POST', url: '/webhooks/resend', headers, payload });
          return statusCode === 204 ? id : REFUSED;
        },
      };
    },
  ],
  [
    'an Activation Token',
    async () => {
      const { id, machine } = await anActivatedServer();
      return {
        text: await tokenOf(id),
        outcomeOf: async (text) => {
          const { status, body } = await activate(text, machine);
          return status === 201 ? body.server : REFUSED;
        },
      };
    },
  ],
  [
    'an offline request',
    async () => {
      const { id, goOffline } = await aWaitingServer();
      const { request } = await goOffline();
      return {
        text: request,
        outcomeOf: async (text) => {
          const { status, body } = await exchange(id, text);
          return status === 201 ? body.response : REFUSED;
        },
      };
    },
  ],
];

test.each(STRINGS)('%s has one meaning: altered it is refused, or means the same', async (_name, make) => {
  const { text, outcomeOf } = await make();
  const meaning = await outcomeOf(text);
  expect(meaning).not.toBe(REFUSED);
  expect(await surprising(altered(text), outcomeOf, [REFUSED, meaning])).toEqual([]);
});

describe('what was spent stays spent', () => {
  test('a link to sign in', async () => {
    const { email } = await signInAs(site.deps.orm.em.fork(), 'vendor');
    await site.visitor().post('/sign-in', { email, to: '/' });
    await site.services.post.settled();
    const [, secret = ''] = /\/sign-in\/link\/([\w-]+)/.exec(site.posted.at(-1)!.text) ?? [];
    const outcomeOf = async (text: string) =>
      (await site.visitor().get(`/sign-in/link/${text}`)).status === 200 ? email : REFUSED;
    expect(await outcomeOf(secret)).toBe(email);
    expect(await surprising(altered(secret), outcomeOf, [REFUSED, email])).toEqual([]);
    expect((await site.visitor().post(`/sign-in/link/${secret}`)).status).toBe(303);
    expect(await surprising([secret, ...altered(secret)], outcomeOf, [REFUSED])).toEqual([]);
  });

  test('a return, over three rounds: none of its spellings ends what came later, nor does its request', async () => {
    const { id, machine, goOffline } = await aWaitingServer();
    const spent: string[] = [];
    const outcomeOf = async (text: string) => ((await giveBack(id, text)).status === 201 ? 'taken' : REFUSED);
    for (const _round of [1, 2, 3]) {
      const { request, response } = await goOffline();
      expect(await surprising(spent, outcomeOf, [REFUSED])).toEqual([]);
      expect(await modeOf(id)).toBe('offline');
      const proof = await returnString(id, machine, response);
      expect(await outcomeOf(proof)).toBe('taken');
      expect((await exchange(id, request)).body.code).toBe('ALREADY_RETURNED');
      expect(await modeOf(id)).toBeNull();
      spent.push(proof, ...respelled(proof));
    }
    const { response } = await goOffline();
    expect(await surprising([...spent, ...altered(spent[0]!)], outcomeOf, [REFUSED])).toEqual([]);
    expect(await modeOf(id)).toBe('offline');
    expect((await giveBack(id, await returnString(id, machine, response))).status).toBe(201);
  });

  test('a return is spent by whichever spelling comes first', async () => {
    const { id, machine, goOffline } = await aWaitingServer();
    for (const write of [
      (text: string) => ` ${text}\n`,
      (text: string) => `> "${text.replace(/.{60}/g, '$&\r\n> ')}"`,
      (text: string) => `${text}=`,
    ]) {
      const { response } = await goOffline();
      const proof = await returnString(id, machine, response);
      expect((await giveBack(id, write(proof))).status).toBe(201);
      await goOffline();
      expect((await giveBack(id, proof)).body.code).toBe('ALREADY_RETURNED');
      expect(await modeOf(id)).toBe('offline');
      await site.call('POST', `/v1/servers/${id}/offline-override`, { reason: 'the next round' });
    }
  });

  test('a request that was signed again, or anew by the same key with the same claims, is the same request', async () => {
    const { id, machine, token, goOffline } = await aWaitingServer();
    const first = await goOffline();
    const { jti, iat } = decodeJwt(first.request);
    const again = await offlineRequest(token, machine, { jti, iat });
    expect((await exchange(id, again)).body.response).toBe(first.response);
    expect((await giveBack(id, await returnString(id, machine, first.response))).status).toBe(201);
    const outcomeOf = async (text: string) => ((await exchange(id, text)).status === 201 ? 'answered' : REFUSED);
    expect(await surprising([again, first.request, ...altered(first.request)], outcomeOf, [REFUSED])).toEqual([]);
  });
});

describe('what was signed for one call is no other', () => {
  test('a check-in does not leave, and leaving is no check-in', async () => {
    const { id, machine } = await anActivatedServer();
    const leave = (jwt: string) => site.call('DELETE', '/v1/activations/current', undefined, bearer(jwt));
    const checkIn = (jwt: string) => site.call('GET', '/v1/license', undefined, bearer(jwt));
    for (const act of [undefined, 'check-in', 'Leave', null, ['leave'], true])
      expect((await leave(await signed(id, machine, { act }))).body.code).toBe('CHECK_IN_NOT_AUTHENTIC');
    for (const act of ['leave', 'wait', null, 1])
      expect((await checkIn(await signed(id, machine, { act }))).body.code).toBe('CHECK_IN_NOT_AUTHENTIC');
    expect((await checkIn(await signed(id, machine))).status).toBe(200);
    expect((await leave(await signed(id, machine, { act: 'leave' }))).status).toBe(204);
  });

  test('a string for people to carry is no check-in, whatever it claims', async () => {
    const { id, machine } = await anActivatedServer();
    const claims = decodeJwt(await signed(id, machine));
    for (const typ of ['offline-request+jwt', 'offline-return+jwt', 'license+jwt', '', 'jwt', 1, null]) {
      const jwt = new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', typ: typ as string });
      const { status } = await site.call('GET', '/v1/license', undefined, bearer(await jwt.sign(machine.privateKey)));
      expect([typ, status]).toEqual([typ, 401]);
    }
  });

  test('nothing that was signed is taken for anything else', async () => {
    const { id, machine, goOffline } = await aWaitingServer();
    const { request, response } = await goOffline();
    const jwts = [request, response, await returnString(id, machine, response), await signed(id, machine)];
    for (const jwt of jwts) {
      const { status } = await site.call('GET', '/v1/license', undefined, bearer(jwt));
      expect([jwt, status]).toEqual([jwt, 401]);
      if (jwt !== request) expect((await exchange(id, jwt)).status).toBe(400);
      if (jwt !== jwts[2]) expect((await giveBack(id, jwt)).status).toBe(400);
    }
  });

  test.each([
    ['now', 0, 120, 200],
    ['made by a clock that is nine minutes slow', -540, -420, 200],
    ['made by a clock that is nine minutes fast', 540, 660, 200],
    ['over for more than ten minutes', -700, -601, 401],
    ['over for more than ten minutes, and made later than that', -590, -601, 401],
    ['made more than ten minutes ago', -601, -301, 401],
    ['made more than ten minutes from now', 615, 700, 401],
    ['that would hold for more than five minutes', 0, 301, 401],
    ['over before it was made', 0, -1, 401],
  ])('a check-in’s JWT %s', async (_name, iat, exp, status) => {
    const { id, machine } = await anActivatedServer();
    const now = Math.floor(Date.now() / 1000);
    const jwt = await signed(id, machine, { iat: now + iat, exp: now + exp });
    expect((await site.call('GET', '/v1/license', undefined, bearer(jwt))).status).toBe(status);
  });
});
