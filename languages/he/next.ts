import type { NextTexts } from '../texts/next.ts';

export const next: NextTexts = {
  assign: 'הקצאת הרישיונות האלה',
  assignFree: 'הקצאת מה שפנוי',
  orFile: 'או בחרו את הקובץ שנוצר ב־AppSuite',
  download: 'הורדה כקובץ',
  tooLarge: 'הקובץ הזה גדול מכל מחרוזת של AppSuite. בחרו את הקובץ שנוצר ב־AppSuite.',
  toServer: 'לשרת',
  unlockChosen: 'שחרור הנבחרות',
  choose: (order) => `בחירת הזמנה ${order}`,
  unlocking: 'שחרור של כמה הזמנות',
  unlockingText:
    'לאחר השחרור, כל לקוח רואה את הרישיונות שלו בחשבון החכם ויכול להקצות אותם לשרתים. אפשר לנעול אותם שוב רק כל עוד דבר לא הוקצה.',
  unlockAll: (count) => `שחרור (${count})`,
  nothingChosen: 'לא נבחר דבר לשחרור',
  nothingChosenText: 'בחרו ברשימה הזמנות שיש בהן משהו נעול.',
  toOrders: 'להזמנות',
  unlocked: 'שוחררה',
  beingUnlocked: 'בקשת השחרור התקבלה',
  changed: 'ההזמנה השתנתה בינתיים ולא שוחררה: בדקו אותה שוב ואשרו.',
};
