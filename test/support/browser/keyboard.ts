import type { Locator, Page } from 'playwright-core';

/** More than any page of the tests has to press through. */
const MOST_PRESSES = 120;

/** Goes to an element as people without a mouse do, Tab by Tab from where they are; throws where that leads nowhere. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor();
  for (let presses = 0; presses <= MOST_PRESSES; presses += 1) {
    if ((await target.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${String(target)} on ${page.url()}`);
}

/** Waits for the field that a page opens with: the browser puts the cursor there, unless somebody was quicker. */
export async function cursorIn(page: Page, target: Locator): Promise<void> {
  await target.and(page.locator(':focus')).waitFor();
}

/** Goes to a link or a button and presses it. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Goes to a field, whose content Tab selects, types over it, and sends its form. */
export async function typeAndSend(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}
