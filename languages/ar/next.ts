import type { NextTexts } from '../texts/next.ts';

export const next: NextTexts = {
  assign: 'خصّص هذه التراخيص',
  assignFree: 'خصّص ما هو متاح',
  orFile: 'أو اختر الملف الذي كتبه AppSuite',
  download: 'نزّلها كملف',
  tooLarge: 'هذا الملف أكبر من أي سلسلة من AppSuite. اختر الملف الذي كتبه AppSuite.',
  toServer: 'إلى الخادم',
  unlockChosen: 'افتح قفل المختارة',
  choose: (order) => `اختر الطلب ${order}`,
  unlocking: 'فتح قفل عدة طلبات',
  unlockingText:
    'بعد فتح القفل يرى كل عميل تراخيصه في حسابه الذكي ويمكنه تخصيصها للخوادم. لا يمكن قفلها مرة أخرى إلا ما دام لم يُخصَّص منها شيء.',
  unlockAll: (count) => `افتح القفل (${count})`,
  nothingChosen: 'لم يُختر شيء لفتح قفله',
  nothingChosenText: 'اختر من القائمة طلبات فيها شيء مقفل.',
  toOrders: 'إلى الطلبات',
  unlocked: 'فُتح القفل',
  beingUnlocked: 'استُلم طلب فتح القفل',
  changed: 'تغيّر في هذه الأثناء ولم يُفتح قفله: انظر إليه من جديد وأكّد.',
};
