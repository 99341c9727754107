import type { SellersTexts } from '../texts/sellers.ts';

export const sellers: SellersTexts = {
  title: 'Sellers',
  introduction:
    'Whoever sold something here sees it, and manages its servers, while something of it is unlocked and in force.',
  nobody: 'Nobody has sold anything here.',
  standings: {
    manages: 'Sees the licenses and manages the servers',
    'orders-only': 'Reads its own orders alone',
    ended: 'Ended: reads its own orders alone',
  },
  ending: {
    title: (seller) => `End with ${seller}`,
    consequences: [
      'It no longer sees the servers and what others sold, and assigns nothing.',
      'It still reads its own orders. What runs, runs on.',
      'It stays so, whatever it sells later, until it is restored.',
    ],
    button: 'End it',
  },
  restoring: {
    title: (seller) => `Restore with ${seller}`,
    consequences: ['It sees the licenses and manages the servers again, while something that it sold is in force.'],
    button: 'Restore it',
  },
  life: 'What happened to this account',
};
