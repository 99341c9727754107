import type { MailsTexts } from '../texts/mails.ts';

export const mails: MailsTexts = {
  title: 'الرسائل',
  ofOrder: 'ما أُرسل بشأن هذا الطلب، والأحدث أولًا. تُرسل الرسالة من جديد من صفحة الطلب.',
  toAccount: 'ما أُرسل إلى هذا الحساب عن الطلبات وعمّا ينتهي، والأحدث أولًا.',
  none: { title: 'لا رسائل بعد', text: 'تظهر الرسالة هنا لحظة تسليم الطلب.' },
  subject: 'الموضوع',
  recipient: 'إلى',
  fate: 'ما آلت إليه',
  made: 'كُتبت',
  again: 'أُرسلت من جديد بطلب من شخص',
};
