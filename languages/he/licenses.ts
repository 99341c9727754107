import type { LicensesTexts } from '../texts/licenses.ts';

export const licenses: LicensesTexts = {
  title: 'רישיונות',
  sheet: {
    license: 'רישיון',
    unit: 'יחידה',
    state: 'מצב',
    stateUnits: 'יחידות במצב זה',
    stateUntil: 'במצב זה עד',
    careUntil: 'תחזוקה עד',
    orders: 'הזמנות',
    planned: 'מתוכנן',
  },
  csv: 'הורדה כקובץ CSV',
  search: 'חיפוש יישומים והזמנות',
  shows: { all: 'הכול', attention: 'מה דורש תשומת לב', free: 'מה פנוי', locked: 'מה נעול' },
  sorts: { name: 'שם', end: 'מה מסתיים ראשון', free: 'מה פנוי' },
  columns: { application: 'יישום', capacity: 'קיבולת', term: 'עד', care: 'תחזוקה', actions: 'פעולות' },
  endless: 'ללא סיום',
  noCare: 'אין',
  assigned: 'מוקצה',
  used: 'בשימוש',
  free: 'פנוי',
  locked: 'נעול',
  assignedOf: (assigned, owned) => `מוקצה: ${assigned} מתוך ${owned}`,
  details: 'הזמנות ושרתים',
  unlock: (order) => `שחרור הזמנה ${order}`,
  nowhere: 'טרם הוקצה לשרת כלשהו.',
  empty: 'ללקוח הזה אין רישיונות עדיין. הם יופיעו כאן מיד כשתסופק הזמנה עבורו.',
  emptyForCustomer:
    'אין לכם רישיונות עדיין. הם יופיעו כאן לאחר שהמשווק שלכם ישחרר אותם; פנו אליו אם אתם ממתינים לרישיונות.',
};
