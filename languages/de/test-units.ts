import type { TestUnitsTexts } from '../texts/test-units.ts';

export const testUnits: TestUnitsTexts = {
  title: 'Kostenlos für Tests',
  help: 'Ein Testserver nutzt diese Einheiten über das Gekaufte hinaus, nur mit Verbindung. Je Anwendung hat sie ein Server des Kunden.',
};
