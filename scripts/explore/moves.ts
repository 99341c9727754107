import { HOUR_MS, MOST_WAITING, ORDERS } from './cast.ts';
import { serverMoves } from './server-moves.ts';
import type { Tell, World, Worlds } from './world.ts';

/** Tells all that can happen in a world, each with what comes of it. */
export function movesIn(worlds: Worlds, world: World, tell: Tell): void {
  const { scene, wireOf, spentOf, nextInstant, passTime, troubled, atInstant, nowOf } = worlds;
  const hasTroubles = spentOf(world).troubles < scene.troubles;

  sayings(worlds, world, hasTroubles, tell);
  for (const waiting of wireOf(world))
    tell(`${ORDERS[waiting.order]} hears at last: ${waiting.text}`, () => worlds.arrive(world, waiting));
  scene.servers.forEach((_, index) => serverMoves(worlds, world, index, hasTroubles, tell));

  const next = nextInstant(world);
  if (next !== null) {
    const text = `it is ${new Date(next).toISOString()}`;
    tell(text, () => passTime(world, next));
    if (hasTroubles) tell(`${text}, and no worker runs`, () => troubled(atInstant(world, next)));
  }
  if (hasTroubles) tell('an hour passes', () => troubled(passTime(world, nowOf(world) + HOUR_MS)));
  ORDERS.forEach((number, index) => {
    if (!worlds.isPublished(world, index)) tell(`${number} is published`, () => worlds.publish(world, index));
  });
}

/** What the vendor can say: each thing once, heard at once or on its way. What the rules refuse now the API does not send. */
function sayings(worlds: Worlds, world: World, hasTroubles: boolean, tell: Tell): void {
  const { scene, spentOf, factOf, isNews, happen, withSpent, withWire, troubled, wireOf } = worlds;
  const now = worlds.nowOf(world);
  const wire = wireOf(world);
  const { said } = spentOf(world);
  for (const saying of scene.sayings) {
    const { order, name } = saying;
    const id = `${order}${name}`;
    if (said.includes(id)) continue;
    const once = () => withSpent(world, { said: [...said, id].sort() });
    const happening = () => ({ kind: 'fact', command: factOf(world, saying), at: now }) as const;
    tell(`${ORDERS[order]} hears: ${name}`, () => {
      const heard = { ...happening(), now };
      return isNews(world, order, heard) ? happen(once(), order, heard).world : null;
    });
    if (!hasTroubles || wire.length === MOST_WAITING) continue;
    tell(`said to ${ORDERS[order]}, and waits: ${name}`, () => {
      const waits = happening();
      if (!isNews(world, order, { ...waits, now })) return null;
      return troubled(withWire(once(), [...wire, { order, text: name, happening: waits }]));
    });
  }
}
