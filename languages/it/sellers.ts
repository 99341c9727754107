import type { SellersTexts } from '../texts/sellers.ts';

export const sellers: SellersTexts = {
  title: 'Venditori',
  introduction: 'Chi ha venduto qualcosa lo vede e gestisce i server, finché qualcosa di esso è sbloccato e in vigore.',
  nobody: 'Qui nessuno ha venduto nulla.',
  standings: {
    manages: 'Vede le licenze e gestisce i server',
    'orders-only': 'Legge solo i propri ordini',
    ended: 'Concluso: legge solo i propri ordini',
  },
  ending: {
    title: (seller) => `Concludi con ${seller}`,
    consequences: [
      'Non vede più i server e ciò che altri hanno venduto, e non assegna nulla.',
      'Legge ancora i propri ordini. Ciò che funziona continua a funzionare.',
      'Resta così, qualunque cosa venda in seguito, finché non viene ripristinato.',
    ],
    button: 'Concludi',
  },
  restoring: {
    title: (seller) => `Ripristina con ${seller}`,
    consequences: ['Vede di nuovo le licenze e gestisce i server, finché qualcosa che ha venduto è in vigore.'],
    button: 'Ripristina',
  },
  life: 'Che cosa è successo a questo account',
};
