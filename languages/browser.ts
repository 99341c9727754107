import { readUserAgent } from '../domain/people/user-agent.ts';
import type { Texts } from './texts.ts';

/** A browser in words: “Firefox on Linux”. */
export function browserIn({ texts }: { texts: Texts }, userAgent: string): string {
  const { browser, system } = readUserAgent(userAgent);
  const known = browser ?? texts.people.sessions.unknownBrowser;
  return system ? texts.people.sessions.onSystem(known, system) : known;
}
