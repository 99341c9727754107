import type { SellersTexts } from '../texts/sellers.ts';

export const sellers: SellersTexts = {
  title: 'Vendeurs',
  introduction:
    'Toute société qui a vendu quelque chose à ce compte le voit, et gère ses serveurs, tant qu’une partie en est déverrouillée et en vigueur.',
  nobody: 'Personne n’a rien vendu ici.',
  standings: {
    manages: 'Voit les licences et gère les serveurs',
    'orders-only': 'Ne voit que ses propres commandes',
    ended: 'Relation terminée\u202F: ne voit que ses propres commandes',
  },
  ending: {
    title: (seller) => `Mettre fin à la relation avec ${seller}`,
    consequences: [
      'Ce vendeur ne voit plus les serveurs ni ce que d’autres ont vendu, et n’attribue plus rien.',
      'Il voit toujours ses propres commandes. Ce qui fonctionne continue de fonctionner.',
      'Cela reste ainsi, quoi qu’il vende par la suite, jusqu’au rétablissement de la relation.',
    ],
    button: 'Y mettre fin',
  },
  restoring: {
    title: (seller) => `Rétablir la relation avec ${seller}`,
    consequences: [
      'Ce vendeur voit de nouveau les licences et gère les serveurs, tant que quelque chose qu’il a vendu est en vigueur.',
    ],
    button: 'Rétablir',
  },
  life: 'Historique de ce compte',
};
