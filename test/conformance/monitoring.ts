import { statusIn } from '../../agent/monitoring/formats.ts';
import { activated } from './licenses.ts';
import { evaluation, heard, perpetual, runningAfter, subscription, type Area, type World } from './world.ts';

const FAX = 'digital-fax';

/** What a plugin of Nagios says of an AppSuite: its level, its exit code, and why. */
async function told(world: World, { dir }: { dir: string }): Promise<string> {
  const { output, exitCode } = await statusIn('nagios', { dir, nowMs: world.now() });
  const [, level, text] = /^APPSUITE (\w+) - (.*)$/.exec(output.split('\n')[0]!)!;
  const why = text!.replace(/ \| .*$/, '').replace(/\(order [^)]+\)/g, '(its order)');
  return level === 'OK'
    ? `OK (${exitCode})`
    : `${level} (${exitCode}): ${why.replace(/\d{4}-\d\d-\d\d( \d\d:\d\d UTC)?/g, '(its day)')}`;
}

const fax =
  (careDays: number | null = 300) =>
  (world: World) =>
    activated(world, [perpetual(FAX, 8, careDays)], { [FAX]: 5 });
const voicemail = (to: number) => (world: World) =>
  activated(world, [subscription('voicemail', 10, -400, to)], { voicemail: 10 });

/** What is said after that many days without the cloud. */
const alone = (prepare: (world: World) => ReturnType<typeof activated>, days: number) => async (world: World) => {
  const { suite } = await prepare(world);
  world.pass(days);
  return told(world, suite);
};

/** What is said after something was done and a check-in has told of it, or could not. */
const after =
  (
    prepare: (world: World) => ReturnType<typeof activated>,
    change: (world: World, of: Awaited<ReturnType<typeof activated>>) => Promise<unknown>,
  ) =>
  async (world: World) => {
    const server = await prepare(world);
    await change(world, server);
    await heard(server.suite.checkIn());
    return told(world, server.suite);
  };

export const monitoring: Area = {
  title: 'Monitoring',
  cases: [
    { name: 'a server that was never activated', run: (world) => told(world, world.appSuite()) },
    { name: 'all is well', run: async (world) => told(world, (await fax()(world)).suite) },
    { name: 'a subscription in its last 30 days', run: alone(voicemail(20), 0) },
    {
      name: 'an evaluation in its last 30 days',
      run: alone((world) => activated(world, [evaluation('voicemail', 10, 20)], { voicemail: 10 }), 0),
    },
    { name: 'a subscription in grace', run: alone(voicemail(-1), 0) },
    { name: 'a subscription that has expired, before the next check-in', run: alone(voicemail(2), 20) },
    { name: 'a subscription that has expired, after it', run: after(voicemail(2), async (world) => world.pass(20)) },
    { name: 'care in its last 30 days', run: alone(fax(20), 0) },
    { name: 'care that is over', run: alone(fax(3), 5) },
    { name: 'the cloud was not reached for 6 days', run: alone(fax(), 6) },
    { name: 'the cloud was not reached for 7 days', run: alone(fax(), 7) },
    { name: 'the cloud was not reached for 31 days, a subscription', run: alone(voicemail(300), 31) },
    { name: 'the cloud was not reached for 91 days, a perpetual license', run: alone(fax(), 91) },
    {
      name: 'suspended by the vendor',
      run: after(fax(), async (world, { order, suite }) => {
        const path = `/v1/orders/${order.number}/suspension`;
        await runningAfter(suite, () => world.api.call('PUT', path, { reason: 'unpaid' }));
      }),
    },
    {
      name: 'its token was rotated and used elsewhere: the check-in is refused',
      run: after(fax(), async (world, { id }) => {
        const { body } = await world.api.call('POST', `/v1/servers/${id}/token/rotations`);
        await world.appSuite().activate(body.token as string);
      }),
    },
    {
      name: 'it has left',
      run: async (world) => {
        const { suite } = await fax()(world);
        await suite.leave();
        return told(world, suite);
      },
    },
    {
      name: 'offline, ten years later',
      run: async (world) => {
        const { id } = await world.holding([perpetual(FAX, 8, null)], { [FAX]: 5 });
        const suite = world.appSuite();
        const request = await suite.offlineRequest(await world.tokenOf(id));
        const { body } = await world.api.call('POST', `/v1/servers/${id}/offline-activations`, { request });
        await suite.offlineInstall(body.response as string);
        world.pass(3_653);
        return told(world, suite);
      },
    },
  ],
};
