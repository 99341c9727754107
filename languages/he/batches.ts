import type { BatchesTexts } from '../texts/batches.ts';
import { counted } from '../plural.ts';

export const batches: BatchesTexts = {
  title: 'אצוות',
  introduction: 'הזמנות, חידושים, הרחבות או ביטולים רבים בבת אחת, באמצעות קובץ.',
  none: {
    title: 'אין אצוות עדיין',
    text: 'בחרו קובץ להלן: בדקו תחילה מה הוא יעשה, ואז בצעו אותו.',
  },
  kinds: { orders: 'הזמנות', renewals: 'חידושים', expansions: 'הרחבות', cancellations: 'ביטולים' },
  states: { running: 'בביצוע', paused: 'בהשהיה', done: 'הושלמה', canceled: 'בוטלה' },
  outcomes: { done: 'בוצע', refused: 'נדחה', waiting: 'ממתין' },
  any: 'הכול',
  kind: 'מה יש בקובץ',
  what: 'מה לעשות',
  look: 'בדיקה תחילה: דבר אינו משתנה',
  run: 'ביצוע',
  file: 'קובץ',
  fileHelp:
    'קובץ JSON של 1 מ״ב לכל היותר, או NDJSON או CSV של 64 מ״ב ו־50,000 פריטים לכל היותר, בקידוד UTF-8. תוכן הקבצים מתואר בתיעוד ה־API.',
  start: 'שליחת הקובץ',
  preview: 'בדיקה בלבד',
  previewed: {
    title: 'זה מה שהקובץ יעשה; דבר לא השתנה',
    text: 'תקנו את מה שנדחה. לאחר מכן שלחו את הקובץ שוב, לביצוע.',
  },
  over: {
    title: 'הושלמה',
    text: 'את מה שנדחה אפשר לתקן ולשלוח שוב: מה שכבר בוצע אינו מבוצע פעמיים.',
  },
  startedAt: 'התחילה',
  by: 'על ידי',
  progress: (done, total) => `${done} מתוך ${total}`,
  refused: counted('he', { one: 'אחד נדחה', two: 'שניים נדחו', other: '# נדחו' }),
  asks: { running: 'המשך', paused: 'השהיה', canceled: 'ביטול' },
  canceling: {
    title: 'ביטול האצווה הזאת',
    consequences: ['מה שבוצע נשאר מבוצע.', 'מה שממתין אינו מבוצע, ולא ניתן להתחיל אותו כאן שוב: שלחו אותו בקובץ אחר.'],
    button: 'ביטול האצווה',
  },
  items: 'פריטים',
  order: 'הזמנה',
  outcome: 'תוצאה',
  why: 'מדוע, ומה לעשות',
  download: 'הורדת התוצאה של כל פריט (CSV)',
  nothing: 'אין כאן דבר.',
  wrong: {
    title: 'דבר לא נקלט',
    file: 'בחרו קובץ.',
    kindOfFile:
      'לא ניתן לקרוא את הקובץ. נדרש JSON עם רשימה, NDJSON, או CSV עם פסיקים ושורת עמודות מוכרות, בקידוד UTF-8.',
    tooLarge: 'הקובץ גדול מדי: JSON עד 1 מ״ב, אחרים עד 64 מ״ב ו־50,000 פריטים.',
  },
};
