import type { SellersTexts } from '../texts/sellers.ts';

export const sellers: SellersTexts = {
  title: 'البائعون',
  introduction: 'من باع شيئًا هنا يراه ويدير الخوادم ما دام شيء منه مفتوحًا وساريًا.',
  nobody: 'لم يبع أحد شيئًا هنا.',
  standings: {
    manages: 'يرى التراخيص ويدير الخوادم',
    'orders-only': 'يقرأ طلباته وحدها',
    ended: 'منتهية: يقرأ طلباته وحدها',
  },
  ending: {
    title: (seller) => `إنهاء العلاقة مع ${seller}`,
    consequences: [
      'لا يعود يرى الخوادم وما باعه غيره، ولا يخصص شيئًا.',
      'يبقى قادرًا على قراءة طلباته. وما يعمل يستمر في العمل.',
      'يبقى الأمر كذلك مهما باع لاحقًا، حتى تُستعاد العلاقة.',
    ],
    button: 'إنهاء',
  },
  restoring: {
    title: (seller) => `استعادة العلاقة مع ${seller}`,
    consequences: ['يرى التراخيص ويدير الخوادم من جديد ما دام شيء مما باعه ساريًا.'],
    button: 'استعادة',
  },
  life: 'ما جرى لهذا الحساب',
};
