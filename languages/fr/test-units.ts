import type { TestUnitsTexts } from '../texts/test-units.ts';

export const testUnits: TestUnitsTexts = {
  title: 'Gratuit pour les tests',
  help: 'Un serveur de test utilise ces unités en plus de ce qui a été acheté, uniquement avec une connexion. Un seul serveur du client dispose de celles d’une application.',
};
