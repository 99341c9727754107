import type { SearchTexts, ObjectTexts, EstateTexts, ActivityTexts, HistoryTexts } from '../texts/finding.ts';

export const search: SearchTexts = {
  title: 'חיפוש',
  label: 'חיפוש בכול',
  open: 'חיפוש',
  teach:
    'הזינו מספר הזמנה, הזמנת רכש, אסמכתה, שם של לקוח או שרת, שם של מחשב, או את חמשת התווים הראשונים של אסימון הפעלה. הקישו / בכל עמוד כדי להגיע לכאן.',
  nothing: (q) => `לא נמצא דבר עבור ”${q}”.`,
  groups: { orders: 'הזמנות', accounts: 'לקוחות וחשבונות', servers: 'שרתים', people: 'אנשים' },
  all: 'הצגת כולם',
};

export const objects: ObjectTexts = {
  tabs: {
    overview: 'סקירה',
    licenses: 'רישיונות',
    servers: 'שרתים',
    orders: 'הזמנות',
    activity: 'פעילות',
    people: 'אנשים',
  },
  parts: 'חלקי העמוד',
  way: 'היכן אתם נמצאים',
  more: 'פעולות נוספות',
  facts: { kind: 'סוג', id: 'חשבון', timeZone: 'אזור זמן', seller: 'מוכר' },
};

export const estate: EstateTexts = {
  title: 'שרתים',
  search: 'שם, מזהה או מחשב',
  shows: {
    all: 'כל השרתים',
    silent: 'אין קשר',
    registered: 'דבר לא הוקצה',
    waiting: 'להפעלה',
    activated: 'מופעלים',
  },
  customer: 'לקוח',
  version: 'גרסה',
  machine: 'מחשב',
  csv: 'הורדה כקובץ CSV',
  empty: 'אין שרתים עדיין. הם מופיעים כאן מיד כשאחד הלקוחות שלכם רושם שרת.',
};

export const activity: ActivityTexts = {
  title: 'פעילות',
  kind: 'נושא',
  kinds: {
    all: 'הכול',
    orders: 'הזמנות',
    servers: 'שרתים',
    accounts: 'חשבונות ואנשים',
    advisories: 'התרעות',
  },
  from: 'מיום',
  to: 'עד יום',
  by: 'בוצע על ידי',
  anybody: 'הצגת פעולות של כולם',
  when: 'מתי',
  what: 'מה קרה',
  about: 'היכן',
  csv: 'הורדה כקובץ CSV',
  empty: 'כאן לא קרה דבר עדיין. כל פעולה של אנשים ושרתים, וכל מה שמתרחש עם הזמן, מופיעים כאן.',
  further: 'שום פעילות מהזמן האחרון אינה מתאימה. פעילות ישנה יותר טרם נבדקה.',
  older: 'מוקדם יותר',
};

export const history: HistoryTexts = {
  title: (application) => `${application} לאורך זמן`,
  described: (application, from, to) =>
    `יחידות של ${application} בבעלות ובהקצאה, חודש אחר חודש, בין ${from} לבין ${to}`,
  month: 'חודש',
  owned: 'בבעלות',
  assigned: 'מוקצה',
  used: 'בשימוש כעת',
  table: 'אותם נתונים במספרים',
};
