import type { StandbyTexts } from '../texts/standby.ts';
import { counted } from '../plural.ts';

export const standby: StandbyTexts = {
  title: 'الاحتياط',
  standsBy: 'يقف احتياطًا للخادم',
  nobody: 'لا خادم آخر',
  itsStandby: 'خادمه الاحتياطي',
  takenOver: (standby) => `تولّى ${standby} العمل`,
  takenOverText: 'لا يشغّل هذا الخادم شيئًا حتى يتوقف الاحتياطي: نفّذ فيه الأمر standby أو أخرجه من الخدمة.',
  daysLeft: counted('ar', {
    one: 'بقي يوم واحد للتولّي، من 30 في كل 365.',
    other: 'أيام التولّي الباقية، من 30 في كل 365: #.',
  }),
  takeovers: 'فترات التولّي',
  since: 'من',
  until: 'إلى',
  running: 'ما زال مستمرًا',
  holdsNothing: 'لا يملك الخادم الاحتياطي شيئًا خاصًا به: عندما يتولّى العمل يشغّل ما لدى الخادم الذي يقف احتياطًا له.',
  overlap: 'أمكن للاثنين العمل',
  hours: counted('ar', { one: 'ساعة واحدة', two: 'ساعتان', few: '# ساعات', many: '# ساعة', other: '# ساعة' }),
  whileItRuns:
    'إن كان قد تولّى العمل فقد يستمر حيث هو: تُحسب عندئذ كل الأيام الباقية مستعملة. نفّذ فيه الأمر standby أولًا إن أمكن.',
};
