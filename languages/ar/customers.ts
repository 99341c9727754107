import type { CustomersTexts, ListTexts } from '../texts/customers.ts';

export const customers: CustomersTexts = {
  search: 'ابحث في العملاء',
  sorts: { attention: 'ما يحتاج إلى انتباه', name: 'الاسم', end: 'ما ينتهي أولًا' },
  attention: 'يحتاج إلى انتباه',
  nextEnd: 'الانتهاء القادم',
  servers: 'الخوادم',
  fine: 'كل شيء على ما يرام',
  empty: {
    title: 'لا عملاء بعد',
    text: 'ما إن يُسلَّم طلب لأحد عملائك حتى تصلك رسالة عنه ويظهر العميل هنا.',
  },
};

export const filter: ListTexts['filter'] = {
  filters: 'عوامل التصفية',
  show: 'اعرض',
  sort: 'رتّب حسب',
  apply: 'طبّق',
  nothing: 'لا شيء يطابق ما تبحث عنه.',
  clear: 'اعرض الكل',
};

export const pager: ListTexts['pager'] = {
  pages: 'الصفحات',
  first: 'إلى الصفحة الأولى',
  previous: 'الصفحة السابقة',
  next: 'الصفحة التالية',
  page: (number) => `صفحة ${number}`,
};
