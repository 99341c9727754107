import { HOUR_MS, ORDERS } from './cast.ts';
import type { Want } from './servers.ts';
import { require } from './checks/violation.ts';
import type { World, Worlds } from './world.ts';

type Did = (text: string) => void;

/** More steps than all servers need together to be done with what they do. */
const MOST_STEPS = 200;

/** The world after everything on its way has arrived and every change under way is over; `did` hears what happened. */
export function settled(worlds: Worlds, world: World, did: Did): World {
  const { wireOf, partOf, scene } = worlds;
  let now = world;
  for (const waiting of wireOf(world)) {
    did(`${ORDERS[waiting.order]} hears at last: ${waiting.text}`);
    now = worlds.arrive(now, waiting);
  }
  now = worlds.passTime(now, worlds.nowOf(now));
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const index = scene.servers.findIndex((_, candidate) => {
      const { change, outbox } = partOf(now, candidate);
      return change !== null || outbox.length > 0;
    });
    if (index === -1) return ORDERS.reduce((published, _, order) => worlds.publish(published, order), now);
    now = goOn(worlds, now, index, did);
  }
  require(false, 'nothing is stuck', () => 'messages go on for ever');
  return now;
}

/** The next step of a server, with nothing going wrong. */
function goOn(worlds: Worlds, world: World, index: number, did: Did): World {
  const { server, outbox, change } = worlds.partOf(world, index);
  const [first] = outbox;
  if (first) {
    did(`${first.order} is told by ${server.id} (${first.message.number})`);
    return worlds.toldIn(world, index);
  }
  const { outgoing } = change!.call;
  did(`${outgoing.order} is asked by ${server.id} (${outgoing.message.number})`);
  const { world: asked, answer } = worlds.sent(world, outgoing, 'take');
  return worlds.hear(worlds.withCall(asked, index, change!, answer), index, answer);
}

/** A server's wish in a settled world, until it is over. */
export function wish(worlds: Worlds, world: World, index: number, wanted: Want, did: Did): World {
  did(`${worlds.scene.servers[index]} wants ${wanted.capacity} of ${wanted.application}`);
  return settled(worlds, worlds.want(world, index, wanted), did);
}

/** The world in which a scene begins. */
export function begin(worlds: Worlds): World {
  const { scene, nowOf, orderOf, happen, publish, passTime } = worlds;
  let world = worlds.first();
  for (const step of scene.before) {
    if ('until' in step) world = passTime(world, Date.parse(step.until));
    else if ('want' in step) world = wish(worlds, world, scene.servers.indexOf(step.server), step.want, () => {});
    else {
      const now = nowOf(world);
      const command = step.fact(orderOf(world, step.order));
      world = publish(happen(world, step.order, { kind: 'fact', command, at: now, now }).world, step.order);
    }
  }
  return passTime(world, nowOf(world) + HOUR_MS);
}
