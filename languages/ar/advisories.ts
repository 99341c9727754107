import type { AdvisoriesTexts } from '../texts/advisories.ts';

export const advisories: AdvisoriesTexts = {
  all: 'التنبيهات',
  none: { title: 'لا تنبيهات', text: 'يظهر هنا ما ينبّه إليه المنتِج بشأن إصدارات AppSuite.' },
  severity: 'الخطورة',
  severities: { low: 'منخفضة', medium: 'متوسطة', high: 'عالية', critical: 'حرجة' },
  concerns: (severity, title) => `تنبيه من المنتِج (الخطورة: ${severity}): ${title}`,
  update: (version) => `حدِّث AppSuite إلى ${version} أو ما بعده.`,
  noFix: 'لا يوجد بعدُ إصدار خالٍ منه: اتبع ما يقوله المنتِج.',
  read: 'ما هو وما العمل',
  more: 'من المتأثر',
  affects: 'الإصدارات المتأثرة',
  fixedIn: 'أُصلح في',
  published: 'نُشر',
  withdrawn: 'سُحب',
  servers: 'الخوادم المتأثرة',
  noServers: 'لا خادم متأثرًا ممّا تراه.',
  told: 'أُبلغ',
  notTold: 'ليس بعد',
  life: 'ما حدث',
};
