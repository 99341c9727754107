import { setTimeout as delay } from 'node:timers/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const HEIGHT = 800;
const TELEPHONE = 320;
const DESK = 1200;

/** Axe waits for ever for a frame in which no script may run; what such a frame shows is a page of its own. */
const EMPTY_FRAMES = `for (const frame of document.querySelectorAll('iframe[sandbox]')) {
  const empty = frame.cloneNode();
  for (const name of ['sandbox', 'src']) empty.removeAttribute(name);
  frame.replaceWith(empty);
}`;

/** Waits until nothing of a look is left: axe leaves a timer of a second behind. */
export const looksAreOver = (): Promise<void> => delay(1_000);

/**
 * What is wrong with the page that is open: what axe finds, light with every rule on a desk, and dark on a telephone with
 * what can differ there; and where it is wider than the screen.
 */
export async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = [];
  // In one go: without it, axe opens a further page for each of its runs.
  const axe = () => new AxeBuilder({ page }).setLegacyMode();
  const look = async (name: string, width: number, builder: AxeBuilder) => {
    const { violations } = await builder.analyze();
    faults.push(...violations.map(({ id, nodes }) => `${name}, ${id}: ${nodes.map(({ html }) => html).join(' ')}`));
    const used = await page.evaluate('document.documentElement.scrollWidth');
    if (used !== width) faults.push(`${name}: ${String(used)} wide`);
  };
  await page.evaluate(EMPTY_FRAMES);
  await page.setViewportSize({ width: DESK, height: HEIGHT });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await look('light', DESK, axe());
  await page.setViewportSize({ width: TELEPHONE, height: HEIGHT });
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await look('dark', TELEPHONE, axe().withRules(['color-contrast']));
  return faults;
}
