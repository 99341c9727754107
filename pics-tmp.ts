import { mkdirSync } from 'node:fs';
import { launchBrowser } from './test/support/browser/browser.ts';
import { takeLetters } from './scripts/screenshots/letters.ts';
mkdirSync('/tmp/letters-pics', { recursive: true });
const browser = await launchBrowser();
await takeLetters(browser, '/tmp/letters-pics');
await browser.close();
process.exit();
