import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Following } from '../../../db/following.ts';
import { encode, signJws } from '../../../secrets/jws.ts';
import { keyPair } from '../../../secrets/signing-keys.ts';
import { currentDocument } from '../../../services/check-ins/document.ts';
import { createTakeovers } from '../../../services/check-ins/takeovers.ts';
import { createWaitService, type WaitService } from '../../../services/check-ins/waits.ts';
import type { Deps } from '../../../services/deps.ts';
import { CATALOGUE } from '../../support/domain/catalogue.ts';
import { until } from '../../support/until.ts';

const URL = 'https://licensing.example';
const KEY = keyPair(Buffer.alloc(32, 7));
const NOW = Date.parse('2026-12-01T12:00:00Z');

/** A database that knows servers by their customers, who stand for what their documents say, and a feed of their changes. */
let customers: Map<string, string>;
let news: string[];
let position: number;
let advance: (position: number) => void;
/** Called when the database has made an answer, before anybody gets it; throws where it is away. */
let asked: (name: string) => void;
let waits: WaitService;

const NO_ADVISORIES = { affecting: async () => [], forget: () => undefined };

type Statement = { name: string; values: [string[]] };

const recordOf = (id: string) => ({
  ...{
    id,
    customerId: customers.get(id)!,
    publicKey: KEY.publicKey,
    formerKeys: [],
    shares: [],
    said: null,
    standbyFor: null,
    testUnits: [],
    takenOverBy: null,
  },
  ...{ state: 'activated', mode: 'online' },
});

const pool = {
  query: async ({ name, values }: Statement) => {
    const rows = name === 'read-servers' ? values[0].map(recordOf) : news.map((server) => ({ server }));
    asked(name);
    if (name === 'servers-concerned') news = [];
    return { rows };
  },
};

beforeEach(() => {
  customers = new Map(['a', 'b', 'c'].map((id) => [id, 'acme']));
  news = [];
  position = 7;
  asked = () => undefined;
  const em = { getConnection: () => ({ getNativeClient: async () => pool }) };
  const following = {
    position: () => position,
    onAdvance: (listener: (position: number) => void) => (advance = listener),
  };
  const deps = { orm: { em }, publicUrl: URL, catalogue: CATALOGUE, clock: () => NOW };
  const known = { ...deps, following } as unknown as Deps & { following: Following };
  waits = createWaitService(known, NO_ADVISORIES, createTakeovers(known));
  advance(position);
});

afterEach(() => waits.stop());

/** Waits as a server that holds the document of now; who waits at the end of a test is sent away unheard. */
function wait(id: string): Promise<boolean> {
  const answer = askToWait(id);
  answer.catch(() => undefined);
  return answer;
}

async function askToWait(id: string): Promise<boolean> {
  const iat = NOW / 1_000;
  const claims = { iss: id, aud: URL, iat, exp: iat + 120, act: 'wait' };
  const record = recordOf(id) as unknown as Parameters<typeof currentDocument>[1];
  const { etag } = await currentDocument(
    { publicUrl: URL, catalogue: CATALOGUE, advisories: NO_ADVISORIES },
    record,
    { kind: 'own' },
    NOW,
  );
  const jwt = signJws(KEY.sign, encode({ alg: 'EdDSA' }), claims);
  return waits.wait(`Bearer ${jwt}`, { etag, seconds: 55 }, () => undefined);
}

/** Changes a server's document, and has the feed tell. */
function change(...ids: string[]): void {
  for (const id of ids) customers.set(id, 'globex');
  news.push(...ids);
  advance((position += 1));
}

test('who is concerned hears, and others wait on, though they are looked at', async () => {
  const [a, b] = [wait('a'), wait('b')];
  await until(() => waits.count() === 2);
  news.push('b');
  change('a');
  expect(await a).toBe(true);
  expect(waits.count()).toBe(1);
  change('b');
  expect(await b).toBe(true);
});

test('a change between the look on arrival and the wait is not missed, though the feed told of it before', async () => {
  asked = (name) => {
    if (name !== 'read-servers') return;
    asked = () => undefined;
    change('a');
  };
  expect(await wait('a')).toBe(true);
});

test('while the database is away nobody is forgotten', async () => {
  const [a, b] = [wait('a'), wait('b')];
  await until(() => waits.count() === 2);
  let fails = 2;
  asked = () => {
    if (fails-- > 0) throw Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
  };
  news.push('a');
  change('b');
  expect(await Promise.race([a, b])).toBe(true);
  expect(await b).toBe(true);
});

test('a process that stops answers all, and whoever comes later', async () => {
  const all = ['a', 'b', 'c'].map((id) => wait(id));
  await until(() => waits.count() === 3);
  const answers = Promise.allSettled(all);
  await waits.stop();
  for (const { status } of await answers) expect(status).toBe('rejected');
  await expect(wait('a')).rejects.toMatchObject({ code: 'STOPPING' });
  expect(waits.count()).toBe(0);
});
