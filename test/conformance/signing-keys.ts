import { decodeProtectedHeader } from 'jose';
import { readState } from '../../agent/folder/store.ts';
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
        return `check-in: ${check}, the document names \`${await keyOf()}\` after \`${before}\`; ${running(await suite.status())}`;
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
  ],
};
