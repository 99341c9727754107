import { MOST_WAITING } from './cast.ts';
import type { Change } from './servers.ts';
import type { Tell, World, Worlds } from './world.ts';

/** Tells all that can happen to a server, and to what it says. */
export function serverMoves(worlds: Worlds, world: World, index: number, hasTroubles: boolean, tell: Tell): void {
  const { change, server } = worlds.partOf(world, index);
  if (change) changing(worlds, world, index, change, hasTroubles, tell);
  else if (server.retiredAt === null) wanting(worlds, world, index, tell);
  telling(worlds, world, index, hasTroubles, tell);
  if (worlds.scene.isLiving && server.retiredAt === null) living(worlds, world, index, tell);
}

function wanting(worlds: Worlds, world: World, index: number, tell: Tell): void {
  const { scene, partOf, spentOf, withSpent, want } = worlds;
  const { changes } = spentOf(world);
  if (changes === scene.changes) return;
  const { shares } = partOf(world, index).server;
  for (const wanted of scene.wants) {
    const { application, capacity } = wanted;
    if (capacity === 0 && !shares.some((share) => share.application === application)) continue;
    tell(`${scene.servers[index]} wants ${capacity} of ${application}`, () =>
      want(withSpent(world, { changes: changes + 1 }), index, wanted),
    );
  }
}

/** A question reaches its order, and the answer the server; or one of them does not. */
function changing(worlds: Worlds, world: World, index: number, change: Change, hasTroubles: boolean, tell: Tell): void {
  const { scene, sent, withCall, wireOf, hear, troubled, delayed } = worlds;
  const { answer, outgoing } = change.call;
  const { order, message } = outgoing;
  const name = scene.servers[index];
  if (answer === null) {
    tell(`${order} is asked by ${name} (${message.number})`, () => {
      const asked = sent(world, outgoing, 'take');
      return withCall(asked.world, index, change, asked.answer);
    });
    if (hasTroubles && wireOf(world).length < MOST_WAITING)
      tell(`${name} gives up asking ${order}, which may still hear it`, () =>
        hear(troubled(delayed(world, outgoing, 'take')), index, null),
      );
    return;
  }
  tell(`${name} hears the answer of ${order}`, () => hear(world, index, answer));
  if (!hasTroubles) return;
  tell(`crash: the answer of ${order} to ${name} is lost, and will be asked for again`, () =>
    troubled(withCall(world, index, change, null)),
  );
  tell(`${name} never gets the answer of ${order}`, () => hear(troubled(world), index, null));
}

/** What waits to be told is told in its sequence; once more where nobody knows that it was. */
function telling(worlds: Worlds, world: World, index: number, hasTroubles: boolean, tell: Tell): void {
  const { scene, partOf, sent, toldIn, wireOf, troubled, delayed } = worlds;
  const [first] = partOf(world, index).outbox;
  if (!first) return;
  const text = `${first.order} is told by ${scene.servers[index]} (${first.message.number})`;
  tell(text, () => toldIn(world, index));
  if (!hasTroubles) return;
  tell(`${text}, and will be told again`, () => troubled(sent(world, first, 'tell').world));
  if (wireOf(world).length < MOST_WAITING)
    tell(`${text}, and once more later`, () => troubled(delayed(toldIn(world, index), first, 'tell')));
}

/** A server activates, leaves and retires, each once. */
function living(worlds: Worlds, world: World, index: number, tell: Tell): void {
  const { scene, partOf, spentOf, withSpent, command, retire } = worlds;
  const { server, change } = partOf(world, index);
  const { said } = spentOf(world);
  const name = scene.servers[index]!;
  const once = (what: string, next: (world: World) => World | null) => {
    const text = `${name} ${what}`;
    if (!said.includes(text)) tell(text, () => next(withSpent(world, { said: [...said, text].sort() })));
  };
  if (server.shares.length > 0) once('activates', (begun) => command(begun, index, activation(name)));
  if (server.activation) once('leaves', (begun) => command(begun, index, { type: 'leave' }));
  if (!change) once('retires', (begun) => retire(begun, index));
}

function activation(name: string) {
  const publicKey = { kty: 'OKP', crv: 'Ed25519', x: name } as const;
  const about = { tokenVersion: 1, fingerprint: name, publicKey, version: '2026.Autumn.1', hostname: null };
  return { type: 'activate', ...about } as const;
}
