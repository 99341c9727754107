import { chromiumPath } from '../browser/browser.ts';
import globalSetup from './global-setup.ts';

/** What every test of real parts needs, and a Chromium that is there before the first of several processes looks for it. */
export default async function globalBrowserSetup(): Promise<void> {
  process.env.CHROMIUM_PATH = await chromiumPath();
  await globalSetup();
}
