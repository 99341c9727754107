import type { MailsTexts } from '../texts/mails.ts';

export const mails: MailsTexts = {
  title: 'הודעות דוא״ל',
  ofOrder: 'ההודעות שנשלחו על ההזמנה הזאת, החדשה ביותר ראשונה. שליחה חוזרת נעשית בעמוד ההזמנה.',
  toAccount: 'ההודעות שנשלחו לחשבון הזה על הזמנות ועל מה שמסתיים, החדשה ביותר ראשונה.',
  none: { title: 'אין הודעות עדיין', text: 'הודעה מופיעה כאן מהרגע שבו הזמנה מסופקת.' },
  subject: 'נושא',
  recipient: 'אל',
  fate: 'מצב',
  made: 'נוצרה',
  again: 'נשלחה שוב, לפי בקשה',
};
