import type { NoticeMailTexts } from '../texts/notice-mail.ts';
import { count } from './count.ts';

export const noticeMail: NoticeMailTexts = {
  subject: count('רישיון אחד מסתיים בקרוב', 'רישיונות מסתיימים בקרוב'),
  heading: 'מה מסתיים בקרוב',
  preview: count('רישיון או חוזה תחזוקה אחד לא חודש.', 'רישיונות או חוזי תחזוקה לא חודשו.'),
  introduction:
    'הפריטים שלהלן טרם חודשו. הזמינו את החידוש: אין צורך בשום פעולה נוספת, והשרתים מקבלים את התקופות החדשות מעצמם.',
  whatEnds: 'מה מסתיים',
  endsOn: 'היום האחרון',
  what: {
    term: (application) => application,
    care: (application) => `תחזוקה של ${application}`,
    evaluation: (application) => `רישיון ניסיון של ${application}`,
  },
  ends: (lastDay, distance) => `${lastDay} (${distance})`,
  closing: 'סיכום כזה נשלח פעם אחת ביום לכל היותר, ורק כאשר משהו חדש עומד להסתיים.',
};
