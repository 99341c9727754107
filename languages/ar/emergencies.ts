import type { EmergenciesTexts } from '../texts/emergencies.ts';
import { counted } from '../plural.ts';

export const emergencies: EmergenciesTexts = {
  title: 'حالة طوارئ',
  introduction: 'عندما تلزم السعة فورًا: تُمنح لليوم ولأربعة أيام أخرى، ولا حاجة إلى موافقة أحد.',
  application: 'التطبيق',
  capacity: 'المقدار',
  most: (quantity) => `حتى ${quantity}: ضعف ما كان مملوكًا أخيرًا`,
  reason: 'السبب',
  reasonHelp: 'يقرؤه المنتِج.',
  incomplete: 'اذكر المقدار، عددًا صحيحًا ضمن الحد، والسبب.',
  next: 'متابعة',
  left: counted('ar', {
    one: 'بقيت حالة طوارئ واحدة من اثنتين في كل 365 يومًا.',
    other: 'حالات الطوارئ الباقية في كل 365 يومًا: #.',
  }),
  usedUp: (instant) => `استُنفدت حالتا الطوارئ في 365 يومًا. يمكن إعلان أخرى ابتداءً من ${instant}.`,
  nothingOwned: 'لم يُملك هنا قط ما تُقاس به حالة طوارئ.',
  confirm: {
    title: 'إعلان حالة الطوارئ',
    grants: (quantity, application, lastDay) =>
      `المتاح فورًا: ${quantity} من ${application} حتى نهاية ${lastDay}، لتخصيصه للخوادم.`,
    ends: 'تنتهي من تلقاء نفسها، وعندئذ يتوقف ما لدى الخوادم منها.',
    vendor: 'يُبلَّغ المنتِج فورًا مع ذكر السبب.',
    left: counted('ar', { one: 'بعد هذه تبقى حالة واحدة في 365 يومًا.', other: 'الباقي بعد هذه في 365 يومًا: #.' }),
    button: 'أعلنها',
  },
  declared: 'حالات الطوارئ المعلنة',
  nobody: 'لم تُعلن أي حالة طوارئ.',
  until: (lastDay) => `حتى ${lastDay}`,
};
