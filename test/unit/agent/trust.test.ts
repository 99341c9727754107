import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { activate } from '../../../agent/activate.ts';
import { checkIn } from '../../../agent/check-in.ts';
import { publicUrl } from '../../../agent/cloud/requests.ts';
import { givenRoot, rootAfter, trustedRoots } from '../../../agent/documents/trust.ts';
import { readState } from '../../../agent/folder/store.ts';
import { renderStatus } from '../../../agent/status/render.ts';
import { readStatus } from '../../../agent/status/status.ts';
import { thumbprint } from '../../../secrets/certificate.ts';
import { keyPair, signingKey } from '../../../secrets/signing-keys.ts';
import { newFolder } from '../../support/agent/appsuite-folder.ts';
import { startFakeCloud, type FakeCloud } from '../../support/agent/fake-cloud.ts';
import { application, ISSUED, PERPETUAL } from '../../support/agent/licenses.ts';
import { certificateOf, certifiedKey, ROOT } from '../../support/domain/roots.ts';

const DAY_MS = 86_400_000;
const OWN = thumbprint(ROOT.publicKey);
const OTHER_ROOT = keyPair(Buffer.alloc(32, 'other'));
const OTHER = thumbprint(OTHER_ROOT.publicKey);

let dir: string;
let cloud: FakeCloud;
let nowMs: number;
let cleanUp: () => Promise<void>;

beforeEach(async () => {
  nowMs = Date.parse(ISSUED);
  cloud = await startFakeCloud({
    clock: () => nowMs,
    applications: () => [application({ entitlements: [PERPETUAL] })],
  });
  const folder = await newFolder();
  dir = folder.dir;
  cleanUp = async () => {
    await cloud.close();
    await folder.remove();
  };
});
afterEach(() => cleanUp());

const activateHere = (root?: string) => activate({ dir, token: 'A', url: cloud.url, nowMs, ...(root && { root }) });
const nextDay = () => {
  nowMs += DAY_MS;
  return checkIn({ dir, nowMs });
};

/** Twenty lines of somebody else's program: a key of its own, certified by a root of its own. */
function pretend(): void {
  const seed = Buffer.alloc(32, 'pretended');
  cloud.signingKey = signingKey({ seed, certificate: certificateOf(seed, {}, OTHER_ROOT) });
}

describe('in development', () => {
  test('the first root that is seen is trusted and shown, and from then on no other', async () => {
    const status = await activateHere();
    expect(status.root).toEqual({ thumbprint: OWN, because: 'first-use' });
    expect(renderStatus(status)).toContain(OWN);
    expect(renderStatus(status).replace(/\s+/g, ' ')).toContain(
      "(trusted on first use, compare it with your vendor's)",
    );
    const held = (await readState(dir))!.activation!.license;
    pretend();
    await expect(nextDay()).rejects.toThrow(`is certified by the root ${OTHER}, which is not trusted here`);
    await expect(activateHere()).rejects.toThrow('which is not trusted here');
    expect((await readState(dir))!.activation!.license).toBe(held);
    expect((await readStatus({ dir, nowMs })).applications[0]).toMatchObject({ state: 'active' });
  });

  test.each([
    ['its thumbprint', OWN],
    ['its public half', JSON.stringify(ROOT.publicKey)],
    ['its public half with more about it', ` ${JSON.stringify({ kid: 'root', ...ROOT.publicKey, use: 'sig' })}\n`],
  ])('a root is given by %s, and no other is trusted from the first document on', async (_by, root) => {
    pretend();
    await expect(activateHere(root)).rejects.toThrow('which is not trusted here');
    expect((await readState(dir))!.activation).toBeNull();
    cloud.signingKey = certifiedKey('k1');
    expect((await activateHere()).root).toEqual({ thumbprint: OWN, because: 'given' });
  });

  test('another root is trusted once it is given', async () => {
    await activateHere();
    pretend();
    nowMs += DAY_MS;
    expect((await activateHere(OTHER)).root).toEqual({ thumbprint: OTHER, because: 'given' });
  });

  test.each(['', 'root', OWN.slice(0, -1), `${OWN.slice(0, -1)}/`, '{}', '{"kty":"OKP","crv":"Ed25519","x":"AA"}'])(
    'what is no root is said to be none: %s',
    (text) => expect(() => givenRoot(text)).toThrow('is no root'),
  );
});

test('a release trusts its own roots alone, whatever a folder remembers and whoever asks', () => {
  const remembers = { root: { thumbprint: OTHER, because: 'given' as const } };
  expect(trustedRoots(remembers, [OWN])).toEqual([OWN]);
  expect(rootAfter(remembers, OWN, [OWN])).toBeNull();
  expect(() => givenRoot(OTHER, [OWN])).toThrow("trusts its vendor's roots alone");
});

test('no new document is taken under a serial that was withdrawn; what is held stays and runs', async () => {
  cloud.signingKey = certifiedKey('stolen', { serial: 4 });
  await activateHere();
  cloud.signingKey = certifiedKey('newer', { serial: 5, least: 5 });
  await nextDay();
  const held = (await readState(dir))!.activation!.license;
  for (const serial of [4, 1]) {
    cloud.signingKey = certifiedKey('stolen', { serial });
    await expect(nextDay()).rejects.toThrow('a key that your vendor has withdrawn');
  }
  expect((await readState(dir))!.activation!.license).toBe(held);
  expect((await readStatus({ dir, nowMs })).applications[0]).toMatchObject({ state: 'active' });
  cloud.signingKey = certifiedKey('lower least', { serial: 5, least: 1 });
  await nextDay();
  expect((await readState(dir))!.least).toBe(5);
});

test.each([
  ['https://licensing.example', true],
  ['https://licensing.example:8443/cloud/', true],
  ['http://127.0.0.1:3000', true],
  ['http://127.8.0.1', true],
  ['http://localhost:3000', true],
  ['http://[::1]:3000', true],
  ['http://licensing.example', false],
  ['http://127.0.0.1.example', false],
  ['http://localhost.example', false],
  ['http://10.0.0.1', false],
  ['http://user@127.0.0.1:80@licensing.example', false],
  ['ftp://127.0.0.1', false],
  ['licensing.example', false],
])('the cloud at %s: %s', (url, isTaken) => {
  if (isTaken) expect(publicUrl(url)).toBe(url.replace(/\/$/, ''));
  else expect(() => publicUrl(url)).toThrow();
});
