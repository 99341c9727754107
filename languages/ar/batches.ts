import type { BatchesTexts } from '../texts/batches.ts';
import { counted } from '../plural.ts';

export const batches: BatchesTexts = {
  title: 'الدُّفعات',
  introduction: 'طلبات أو تجديدات أو توسعات أو إلغاءات كثيرة معًا، بملف.',
  none: { title: 'لا دُفعات بعد', text: 'اختر ملفًا أدناه: انظر أولًا ما سيفعله، ثم نفّذه.' },
  kinds: { orders: 'طلبات', renewals: 'تجديدات', expansions: 'توسعات', cancellations: 'إلغاءات' },
  states: { running: 'جارية', paused: 'متوقفة مؤقتًا', done: 'انتهت', canceled: 'أُلغيت' },
  outcomes: { done: 'نُفِّذ', refused: 'رُفض', waiting: 'ينتظر' },
  any: 'الكل',
  kind: 'ما في الملف',
  what: 'المطلوب',
  look: 'النظر أولًا: لا يحدث شيء',
  run: 'التنفيذ',
  file: 'الملف',
  fileHelp:
    'JSON لا يتجاوز 1 ميغابايت، أو NDJSON أو CSV لا يتجاوز 64 ميغابايت و50,000 عنصر، بترميز UTF-8. وثائق واجهة البرمجة تبيّن محتواها.',
  start: 'إرسال الملف',
  preview: 'معاينة فقط',
  previewed: {
    title: 'هذا ما كان سيفعله؛ ولم يحدث شيء',
    text: 'صحّح ما رُفض، ثم أرسل الملف من جديد لينفَّذ.',
  },
  over: { title: 'نُفِّذت', text: 'ما رُفض يمكن تصحيحه وإرساله من جديد: وما تم لا يتكرر.' },
  startedAt: 'بدأت',
  by: 'بواسطة',
  progress: (done, total) => `${done} من ${total}`,
  refused: counted('ar', { other: 'المرفوض: #' }),
  asks: { running: 'متابعة', paused: 'إيقاف مؤقت', canceled: 'إلغاء' },
  canceling: {
    title: 'إلغاء هذه الدفعة',
    consequences: ['ما تم يبقى.', 'ما ينتظر لا يُنفَّذ، ولا يُستأنف هنا: أرسله في ملف آخر.'],
    button: 'إلغاء الدفعة',
  },
  items: 'العناصر',
  order: 'الطلب',
  outcome: 'النتيجة',
  why: 'السبب وما العمل',
  download: 'تنزيل نتيجة كل عنصر (CSV)',
  nothing: 'لا شيء هنا.',
  wrong: {
    title: 'لم يُستلم شيء',
    file: 'اختر ملفًا.',
    kindOfFile: 'تتعذر قراءة الملف. المطلوب JSON فيه قائمة، أو NDJSON، أو CSV بفواصل وصفّ أعمدة معروفة، بترميز UTF-8.',
    tooLarge: 'الملف أكبر من المسموح: JSON حتى 1 ميغابايت، وغيره حتى 64 ميغابايت و50,000 عنصر.',
  },
};
