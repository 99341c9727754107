import { createHmac, randomUUID, sign } from 'node:crypto';
import { aMachine, AUDIENCE, type Machine } from '../support/api/servers.ts';
import { heard, perpetual, running, said, type Area, type World } from './world.ts';

const MINUTE = 60;

/** An activated server, and its check-in with a JWT whose header and claims are these, signed as given. */
async function prepared(world: World) {
  const { id, machine } = await world.anActivatedServer();
  const asks = (jwt: string) => world.api.call('GET', '/v1/license', undefined, { authorization: `Bearer ${jwt}` });
  const withClaims = async (claims: object) => asks(await world.signed(id, machine, claims));
  return { id, machine, asks, withClaims, seconds: Math.floor(world.now() / 1000) };
}

const base64url = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** A check-in's claims that hold, to be signed in a way that does not. */
function claimsOf(id: string, seconds: number) {
  return { iss: id, aud: AUDIENCE, iat: seconds, exp: seconds + 120, jti: randomUUID() };
}

export const checkIns: Area = {
  title: 'Check-in',
  cases: [
    {
      name: 'as it should be, and again with the ETag',
      run: async (world) => {
        const { id, machine } = await world.anActivatedServer();
        const first = await world.checkIn(id, machine);
        return `${said(first)} with the document, then ${said(await world.checkIn(id, machine, first.headers.etag as string))}`;
      },
    },
    {
      name: 'while no worker runs',
      run: async (world) => {
        const { id, machine } = await world.anActivatedServer();
        return said(await world.withoutWorker(() => world.checkIn(id, machine)));
      },
    },
    {
      name: 'while Temporal is down',
      run: async (world) => {
        const { id, machine } = await world.anActivatedServer();
        const authorization = `Bearer ${await world.signed(id, machine)}`;
        return said(await world.withoutTemporal((call) => call('GET', '/v1/license', { authorization })));
      },
    },
    {
      name: 'a JWT of 11 minutes ago; one of 9 minutes ago, whose end has passed (clocks differ)',
      run: async (world) => {
        const { withClaims, seconds } = await prepared(world);
        const made = (minutes: number) =>
          withClaims({ iat: seconds - minutes * MINUTE, exp: seconds - (minutes - 2) * MINUTE });
        return `${said(await made(11))}; ${said(await made(9))}`;
      },
    },
    {
      name: 'a JWT from the future, by 11 minutes; by 9 minutes',
      run: async (world) => {
        const { withClaims, seconds } = await prepared(world);
        const made = (minutes: number) =>
          withClaims({ iat: seconds + minutes * MINUTE, exp: seconds + (minutes + 2) * MINUTE });
        return `${said(await made(11))}; ${said(await made(9))}`;
      },
    },
    {
      name: 'a JWT that would hold for more than 5 minutes, or has no end',
      run: async (world) => {
        const { withClaims, seconds } = await prepared(world);
        return `${said(await withClaims({ exp: seconds + 301 }))}; ${said(await withClaims({ exp: undefined }))}`;
      },
    },
    {
      name: 'the same JWT again, by whoever recorded it',
      run: async (world) => {
        const { id, machine, asks } = await prepared(world);
        const jwt = await world.signed(id, machine);
        const [first, second] = [await asks(jwt), await asks(jwt)];
        const same = first.headers['check-in-number'] === second.headers['check-in-number'];
        const alarms = (await world.eventsOf(id)).filter((type) => type.endsWith('-suspected'));
        return `${said(second)} with ${same ? 'the same' : 'another'} number, ${alarms.length} alarms: nothing was won by it`;
      },
    },
    {
      name: 'another audience, a list of audiences, an address with a slash at its end',
      run: async (world) => {
        const { withClaims } = await prepared(world);
        const audiences = ['https://elsewhere.example', [AUDIENCE], `${AUDIENCE}/`];
        return (await Promise.all(audiences.map((aud) => withClaims({ aud })))).map(said).join(', ');
      },
    },
    {
      name: '`alg: none`',
      run: async (world) => {
        const { id, asks, seconds } = await prepared(world);
        return said(await asks(`${base64url({ alg: 'none' })}.${base64url(claimsOf(id, seconds))}.`));
      },
    },
    {
      name: '`alg: HS256` with the public key as the secret',
      run: async (world) => {
        const { id, machine, asks, seconds } = await prepared(world);
        const signed = `${base64url({ alg: 'HS256' })}.${base64url(claimsOf(id, seconds))}`;
        const secret = JSON.stringify(machine.publicKey);
        return said(await asks(`${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`));
      },
    },
    {
      name: 'signed by a stranger, whose key is in the header',
      run: async (world) => {
        const { id, asks } = await prepared(world);
        const stranger = aMachine();
        const [, claims] = (await world.signed(id, stranger)).split('.');
        const header = { alg: 'EdDSA', jwk: stranger.publicKey };
        return said(await asks(resigned(header, claims!, stranger)));
      },
    },
    {
      name: 'an extension that must be understood (`crit`)',
      run: async (world) => {
        const { id, machine, asks } = await prepared(world);
        const [, claims] = (await world.signed(id, machine)).split('.');
        return said(await asks(resigned({ alg: 'EdDSA', crit: ['exp'], exp: 1 }, claims!, machine)));
      },
    },
    {
      name: 'another server’s key, and another server’s name',
      run: async (world) => {
        const { id, machine } = await prepared(world);
        const other = await world.anActivatedServer();
        return `${said(await world.checkIn(id, other.machine))}; ${said(await world.checkIn(other.id, machine))}`;
      },
    },
    {
      name: 'an unknown server; no `jti`; no JWT; three words',
      run: async (world) => {
        const { machine, withClaims, asks } = await prepared(world);
        const answers = [await world.checkIn('srv_unknown', machine), await withClaims({ jti: undefined })];
        answers.push(await world.api.call('GET', '/v1/license', undefined, { authorization: '' }), await asks('a.b.c'));
        return answers.map(said).join(', ');
      },
    },
    {
      name: 'of a server that left',
      run: async (world) => {
        const { id } = await world.holding([perpetual('digital-fax', 8)], { 'digital-fax': 5 });
        const token = await world.tokenOf(id);
        const suite = world.appSuite();
        await suite.activate(token);
        await suite.leave();
        const machine = await world.activate(token, aMachine());
        return `${running(await suite.status())} runs there any more; its token works on another machine (${said(machine)})`;
      },
    },
    {
      name: 'of a server that was retired',
      run: async (world) => {
        const { id } = await world.holding([perpetual('digital-fax', 8)], { 'digital-fax': 5 });
        const suite = world.appSuite();
        await suite.activate(await world.tokenOf(id));
        await world.assign(id, 'digital-fax', 0);
        await world.api.call('DELETE', `/v1/servers/${id}`);
        return heard(suite.checkIn());
      },
    },
  ],
};

/** The same claims under another header, signed anew. */
function resigned(header: object, claims: string, { privateKey }: Machine): string {
  const signed = `${base64url(header)}.${claims}`;
  return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`;
}
