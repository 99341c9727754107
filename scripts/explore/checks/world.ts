import { isOver } from '../../../domain/order/line/capacity.ts';
import { CONSOLE, FAX, ORDERS } from '../cast.ts';
import type { Rules } from '../rules.ts';
import { settled, wish } from '../settling.ts';
import { require, Violation } from './violation.ts';
import type { World, Worlds } from '../world.ts';

/** What holds of every world, and of what becomes of it once everything on its way has arrived. */
export function createWorldCheck(rules: Rules, worlds: Worlds): (world: World) => void {
  const seen = new Set<string>();

  function checkSettled(rest: World, did: (text: string) => void): void {
    for (const { order, line, server, given, taken } of worlds.inUse(rest))
      require(given <= taken, 'gives nothing twice', () =>
        `${order.number} holds ${given} of line ${line} for ${server}, which wants ${taken}`);
    worlds.scene.servers.forEach((name, index) => {
      const place = worlds.placeOf(rest, index);
      if (seen.has(place) || worlds.partOf(rest, index).server.retiredAt !== null) return;
      seen.add(place);
      const { held, free } = owned(rest, index, CONSOLE);
      if (free > 0) {
        const raised = wish(worlds, rest, index, { application: CONSOLE, capacity: held + free }, did);
        const got = owned(raised, index, CONSOLE).held;
        require(got === held + free, 'nothing is stuck', () =>
          `${name} holds ${held}, ${free} are free, and it gets ${got}`);
      }
      let bare = rest;
      for (const application of [CONSOLE, FAX]) {
        bare = wish(worlds, bare, index, { application, capacity: 0 }, did);
        const kept = owned(bare, index, application).held;
        require(kept === 0, 'nothing is stuck', () => `${name} gave back all ${application}, and holds ${kept}`);
      }
      require(worlds.retire(bare, index) !== null, 'nothing is stuck', () =>
        `${name} gave everything back and cannot retire`);
    });
  }

  /** What a server holds and could have of an application, in units. */
  function owned(world: World, index: number, application: string): { held: number; free: number } {
    const { server } = worlds.partOf(world, index);
    const lines = ORDERS.map((_, order) => worlds.orderOf(world, order))
      .filter((order) => order.customerId === server.customerId && !isOver(order))
      .flatMap((order) => rules.candidatesOf(order, server.id, worlds.nowOf(world)))
      .filter((line) => line.application === application);
    const held = lines.reduce((sum, line) => sum + line.held, 0);
    return { held, free: lines.reduce((sum, line) => sum + line.free, 0) };
  }

  return (world) => {
    const used = new Map<string, number>();
    for (const { order, line, used: units } of worlds.inUse(world)) {
      const sum = (used.get(`${order.number}/${line}`) ?? 0) + units;
      used.set(`${order.number}/${line}`, sum);
      const { capacity } = order.lines.find(({ id }) => id === line)!;
      require(sum <= capacity, 'gives nothing twice', () =>
        `servers use ${sum} of ${capacity} of line ${line} of ${order.number}`);
    }
    const steps: string[] = [];
    const did = (text: string) => void steps.push(text);
    try {
      checkSettled(settled(worlds, world, did), did);
    } catch (error) {
      if (error instanceof Violation) error.steps.push(...steps);
      throw error;
    }
  };
}
