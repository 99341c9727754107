import type { CustomersTexts, ListTexts } from '../texts/customers.ts';

export const customers: CustomersTexts = {
  search: 'חיפוש לקוחות',
  sorts: { attention: 'מה דורש תשומת לב', name: 'שם', end: 'מה מסתיים ראשון' },
  attention: 'דורש תשומת לב',
  nextEnd: 'הסיום הבא',
  servers: 'שרתים',
  fine: 'הכול תקין',
  empty: {
    title: 'אין לקוחות עדיין',
    text: 'מיד כשתסופק הזמנה לאחד הלקוחות שלכם, תקבלו על כך הודעת דוא״ל והלקוח יופיע כאן.',
  },
};

export const filter: ListTexts['filter'] = {
  filters: 'מסננים',
  show: 'הצגה',
  sort: 'מיון לפי',
  apply: 'החלה',
  nothing: 'דבר אינו תואם את החיפוש.',
  clear: 'הצגת הכול',
};

export const pager: ListTexts['pager'] = {
  pages: 'עמודים',
  first: 'לעמוד הראשון',
  previous: 'העמוד הקודם',
  next: 'העמוד הבא',
  page: (number) => `עמוד ${number}`,
};
