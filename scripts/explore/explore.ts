import { createWorldCheck } from './checks/world.ts';
import { RULES, type Rules } from './rules.ts';
import { movesIn } from './moves.ts';
import type { Scene } from './scenes.ts';
import { begin } from './settling.ts';
import { createVisited } from './visited.ts';
import { Violation } from './checks/violation.ts';
import { createWorlds, WIDTH } from './world.ts';

/** What an exploration found: `worlds` that differ, and how far from the beginning the last of them is. */
export type Found = {
  worlds: number;
  steps: number;
  depth: number;
  /** Whether nothing is left to be explored. */
  isAll: boolean;
  /** The parts that the worlds are put together from. */
  parts: { orders: number; servers: number };
  violation: { invariant: string; details: string; path: string[]; then: string[] } | null;
};

/** Explores a scene breadth first until so many worlds were seen, or something is as it must never be. */
export function explore(
  scene: Scene,
  most: number,
  rules: Rules = RULES,
  tell: (worlds: number, depth: number) => void = () => {},
): Found {
  const worlds = createWorlds(rules, scene);
  const check = createWorldCheck(rules, worlds);
  const visited = createVisited(WIDTH);
  const parents: number[] = [-1];
  const texts: string[] = [''];
  const depths: number[] = [0];
  const known = new Map<string, string>();
  let steps = 0;

  function pathTo(row: number): string[] {
    return row <= 0 ? [] : [...pathTo(parents[row]!), texts[row]!];
  }

  const result = (isAll: boolean, violation: Found['violation']): Found => ({
    ...{ worlds: visited.size(), steps, depth: depths.at(-1)!, isAll, parts: worlds.sizes(), violation },
  });

  try {
    visited.add(begin(worlds));
  } catch (error) {
    const { invariant, message } = asViolation(error);
    return result(false, { invariant, details: message, path: [], then: [] });
  }
  for (let row = 0; row < visited.size(); row += 1) {
    const world = visited.read(row);
    let text = '';
    try {
      if (row === 0) check(world);
      movesIn(worlds, world, (move, next) => {
        text = move;
        const after = next();
        if (!after) return;
        steps += 1;
        const added = visited.add(after);
        if (added === null) return;
        if (!known.has(move)) known.set(move, move);
        parents.push(row);
        texts.push(known.get(move)!);
        depths.push(depths[row]! + 1);
        check(after);
        if (added % 10_000 === 0) tell(added, depths.at(-1)!);
      });
    } catch (error) {
      const { invariant, message, steps: then } = asViolation(error);
      return result(false, { invariant, details: message, path: [...pathTo(row), text], then });
    }
    if (visited.size() >= most) return result(false, null);
  }
  return result(true, null);
}

/** What fails otherwise than by a refusal is a violation, too. */
function asViolation(error: unknown): Violation {
  if (error instanceof Violation) return error;
  return new Violation('is possible', (error as Error).stack ?? String(error));
}
