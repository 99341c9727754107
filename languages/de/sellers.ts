import type { SellersTexts } from '../texts/sellers.ts';

export const sellers: SellersTexts = {
  title: 'Verkäufer',
  introduction:
    'Wer hier etwas verkauft hat, sieht die Lizenzen und verwaltet die Server, solange etwas vom Verkauften freigeschaltet und in Kraft ist.',
  nobody: 'Niemand hat hier etwas verkauft.',
  standings: {
    manages: 'Sieht die Lizenzen und verwaltet die Server',
    'orders-only': 'Sieht nur die eigenen Aufträge',
    ended: 'Beendet: sieht nur die eigenen Aufträge',
  },
  ending: {
    title: (seller) => `Geschäftsbeziehung zu ${seller} beenden`,
    consequences: [
      'Dieser Verkäufer sieht die Server und das von anderen Verkaufte nicht mehr und weist nichts mehr zu.',
      'Seine eigenen Aufträge sieht er weiterhin. Was läuft, läuft weiter.',
      'Dabei bleibt es, auch wenn er später etwas verkauft, bis die Geschäftsbeziehung wiederhergestellt wird.',
    ],
    button: 'Beenden',
  },
  restoring: {
    title: (seller) => `Geschäftsbeziehung zu ${seller} wiederherstellen`,
    consequences: [
      'Dieser Verkäufer sieht wieder die Lizenzen und verwaltet die Server, solange etwas von ihm Verkauftes in Kraft ist.',
    ],
    button: 'Wiederherstellen',
  },
  life: 'Was mit diesem Konto geschehen ist',
};
