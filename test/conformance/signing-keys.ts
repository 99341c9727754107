import { decodeProtectedHeader } from 'jose';
import { readState } from '../../agent/folder/store.ts';
import type { SigningKey } from '../../secrets/signing-keys.ts';
import { certifiedKey, foreignKey } from '../support/domain/roots.ts';
import { heard, perpetual, running, type Area, type World } from './world.ts';

const FAX = 'digital-fax';

/** An AppSuite that is activated with the keys there are, and what its document names. */
async function activated(world: World) {
  const { id } = await world.holding([perpetual(FAX, 8)], { [FAX]: 5 });
  const suite = world.appSuite();
  await suite.activate(await world.tokenOf(id));
  const keyOf = async () => decodeProtectedHeader((await readState(suite.dir))!.activation!.license).kid;
  return { id, suite, keyOf };
}

/** Lets the cloud sign with another key while an AppSuite checks in, a day later. */
async function signedWith(world: World, key: SigningKey): Promise<string> {
  const { suite } = await activated(world);
  world.pass(1);
  const check = await world.signingWith(key, () => heard(suite.checkIn()));
  return `check-in: ${check}; ${running(await suite.status())}`;
}

export const signingKeys: Area = {
  title: 'Signing keys',
  cases: [
    {
      name: 'rotated: the new key signs, the old one still verifies',
      run: async (world) => {
        const { suite, keyOf } = await activated(world);
        const before = await keyOf();
        world.rotateSigningKeys('s2');
        world.pass(1);
        const check = await heard(suite.checkIn());
        const named = (await keyOf()) === before ? 'the same key' : 'the new key';
        return `check-in: ${check}, the document names ${named}; ${running(await suite.status())}`;
      },
    },
    {
      name: 'the old key is taken away: documents that it signed run until they end',
      run: async (world) => {
        const { suite } = await activated(world);
        world.rotateSigningKeys('s3');
        world.rotateSigningKeys('s3', true);
        const before = running(await suite.status());
        world.pass(1);
        return `${before}; check-in: ${await heard(suite.checkIn())}`;
      },
    },
    {
      name: 'a cloud whose keys another root certified',
      run: (world) => signedWith(world, foreignKey()),
    },
    {
      name: 'a key that the root has not certified for today',
      run: (world) => signedWith(world, certifiedKey('early', { nbf: Math.floor(world.now() / 1000) + 30 * 86_400 })),
    },
    {
      name: 'a key that the root withdrew by a newer certificate, used by whoever stole it',
      run: async (world) => {
        const { suite } = await activated(world);
        world.pass(1);
        await world.signingWith(certifiedKey('newer', { serial: 5, least: 5 }), () => suite.checkIn());
        world.pass(1);
        const check = await world.signingWith(certifiedKey('stolen', { serial: 4 }), () => heard(suite.checkIn()));
        return `check-in: ${check}; ${running(await suite.status())}`;
      },
    },
  ],
};
