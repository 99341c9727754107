import type { TestUnitsTexts } from '../texts/test-units.ts';

export const testUnits: TestUnitsTexts = {
  title: 'Gratis para pruebas',
  help: 'Un servidor de pruebas usa estas unidades además de lo comprado, y solo con conexión. De cada aplicación las tiene un único servidor del cliente.',
};
