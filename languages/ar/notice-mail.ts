import type { NoticeMailTexts } from '../texts/notice-mail.ts';
import { count } from './count.ts';

export const noticeMail: NoticeMailTexts = {
  subject: count(
    'ترخيص واحد ينتهي قريبًا',
    'ترخيصان ينتهيان قريبًا',
    'تراخيص تنتهي قريبًا',
    'ترخيصًا ينتهي قريبًا',
    'ترخيص ينتهي قريبًا',
  ),
  heading: 'ما ينتهي قريبًا',
  preview: count(
    'ترخيص أو عقد صيانة واحد لم يُجدَّد.',
    'ترخيصان أو عقدا صيانة لم يُجدَّدا.',
    'تراخيص أو عقود صيانة لم تُجدَّد.',
    'ترخيصًا أو عقد صيانة لم يُجدَّد.',
    'ترخيص أو عقد صيانة لم يُجدَّد.',
  ),
  introduction:
    'ما يلي لم يُجدَّد بعد. اطلب التجديد، ولا حاجة إلى أي شيء آخر: تحصل الخوادم على المدد الجديدة من تلقاء نفسها.',
  whatEnds: 'ما الذي ينتهي',
  endsOn: 'اليوم الأخير',
  what: {
    term: (application) => application,
    care: (application) => `صيانة ${application}`,
    evaluation: (application) => `ترخيص تجريبي لـ ${application}`,
  },
  ends: (lastDay, distance) => `${lastDay} (${distance})`,
  closing: 'تصلك رسالة كهذه مرة واحدة في اليوم على الأكثر، وفقط حين يوشك شيء جديد على الانتهاء.',
};
