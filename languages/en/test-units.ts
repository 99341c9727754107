import type { TestUnitsTexts } from '../texts/test-units.ts';

export const testUnits: TestUnitsTexts = {
  title: 'Free for tests',
  help: 'A server for tests uses these units beyond what was bought, with a connection alone. One server of the customer has those of an application.',
};
