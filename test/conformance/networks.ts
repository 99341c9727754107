import { AppSuiteError } from '../../agent/errors.ts';
import type { NetworkOptions } from '../../agent/network/settings.ts';
import { heard, perpetual, running, type Area, type World } from './world.ts';

const FAX = 'digital-fax';

/** An AppSuite that has a token and is not activated yet. */
async function waiting(world: World) {
  const { id } = await world.holding([perpetual(FAX, 8)], { [FAX]: 5 });
  return { suite: world.appSuite(), token: await world.tokenOf(id) };
}

/** What an AppSuite heard, with the reason where it reached nobody. */
async function told(work: Promise<unknown>): Promise<string> {
  const answer = await heard(work);
  if (answer !== 'not reached') return answer;
  const reason = await work.catch(({ message }: Error) => /\((.+?)\): check/s.exec(message)?.[1]);
  return `not reached: ${reason as string}`;
}

/** An activated AppSuite checks in a day later, where the network has become another; then as before. */
async function meanwhile(world: World, change: Partial<NetworkOptions>, begin?: () => void): Promise<string> {
  const { suite, token } = await waiting(world);
  await suite.activate(token);
  world.pass(1);
  const otherwise = { ...world.corporate.options, ...change };
  const during = await world.corporate.entered(otherwise, async () => {
    begin?.();
    return told(suite.checkIn());
  });
  const still = running(await suite.status());
  world.corporate.begin();
  world.reach(true);
  return `${during}; ${still}; once that is put right: ${await heard(suite.checkIn())}`;
}

/** Settings that are refused before anything is sent. */
async function given(world: World, change: NetworkOptions): Promise<string> {
  const options = { ...world.corporate.options, ...change };
  return world.corporate
    .entered(options, async () => 'taken')
    .catch((error: unknown) => {
      if (error instanceof AppSuiteError) return error.message;
      throw error;
    });
}

export const networks: Area = {
  title: 'Networks',
  cases: [
    {
      name: 'the way leads through a proxy that asks for a password, and TLS is of an authority of the network',
      run: async (world) => {
        const { suite, token } = await waiting(world);
        const { proxy } = world.corporate;
        const activated = running(await suite.activate(token));
        const check = await heard(suite.checkIn());
        return `${activated}; check-in: ${check}; the proxy was asked for ${[...new Set(proxy.asked)].join()} ${proxy.asked.length} times`;
      },
    },
    {
      name: 'no password is given for the proxy',
      run: (world) => meanwhile(world, { proxyCredentials: undefined }),
    },
    {
      name: 'the proxy takes the password no more',
      run: (world) => {
        const proxy = world.corporate.proxy.origin.replace('//', '//appsuite:former@');
        return meanwhile(world, { proxyCredentials: undefined, proxy });
      },
    },
    {
      name: 'the proxy forbids the cloud',
      run: (world) => meanwhile(world, {}, () => (world.corporate.proxy.behavior = 'forbids')),
    },
    {
      name: 'the proxy cuts each connection',
      run: async (world) => {
        const { proxy } = world.corporate;
        const answer = await meanwhile(world, {}, () => {
          proxy.behavior = 'cuts';
          proxy.asked.length = 0;
        });
        return `${answer}; the proxy was asked ${proxy.asked.length} times in all`;
      },
    },
    {
      name: 'the authority of the network is not known to the AppSuite',
      run: (world) => meanwhile(world, { ca: undefined }),
    },
    {
      name: 'something shows a certificate of another name',
      run: (world) => meanwhile(world, {}, () => world.corporate.shows('portal.example')),
    },
    {
      name: 'something shows a certificate that is over',
      run: (world) => meanwhile(world, {}, () => world.corporate.shows('licensing.example', [-9, -2])),
    },
    {
      name: 'a page for signing in answers in the place of the cloud',
      run: (world) => meanwhile(world, {}, () => world.answersItself()),
    },
    {
      name: 'the network is closed for 31 days, to a perpetual license, and then opened',
      run: async (world) => {
        const { suite, token } = await waiting(world);
        await suite.activate(token);
        world.corporate.proxy.behavior = 'forbids';
        world.pass(31);
        const closed = `${await heard(suite.checkIn())}, ${running(await suite.status())}`;
        world.corporate.begin();
        return `${closed}; then ${await heard(suite.checkIn())}, ${running(await suite.status())}`;
      },
    },
    {
      name: 'a proxy without `http://` before it',
      run: (world) => given(world, { proxy: 'proxy.example:3128' }),
    },
    {
      name: 'credentials in a file that are not `user:password` on one line',
      run: (world) =>
        given(world, { proxyCredentials: world.corporate.files.ca }).then((said) => said.replace(/^\S+/, 'the file')),
    },
    {
      name: 'a proxy whose address has a password that does not hold as it is written',
      run: (world) => given(world, { proxy: 'http://appsuite:50%off@proxy.example:3128', proxyCredentials: undefined }),
    },
  ],
};
