import type { TestUnitsTexts } from '../texts/test-units.ts';

export const testUnits: TestUnitsTexts = {
  title: 'Gratuito per le prove',
  help: 'Un server di prova usa queste unità oltre a quelle acquistate, solo con una connessione. Quelle di un’applicazione le ha un solo server del cliente.',
};
