import type { AdvisoriesTexts } from '../texts/advisories.ts';

export const advisories: AdvisoriesTexts = {
  all: 'התרעות',
  none: { title: 'אין התרעות', text: 'כאן מופיעות התרעות של היצרן על גרסאות AppSuite.' },
  severity: 'חומרה',
  severities: { low: 'נמוכה', medium: 'בינונית', high: 'גבוהה', critical: 'קריטית' },
  concerns: (severity, title) => `התרעה של היצרן (חומרה: ${severity}): ${title}`,
  update: (version) => `עדכנו את AppSuite לגרסה ${version} ומעלה.`,
  noFix: 'אין עדיין גרסה ללא הבעיה: פעלו לפי הנחיות היצרן.',
  read: 'במה מדובר ומה לעשות',
  more: 'מי מושפע',
  affects: 'גרסאות מושפעות',
  fixedIn: 'תוקן בגרסה',
  published: 'פורסמה',
  withdrawn: 'הוסרה',
  servers: 'שרתים מושפעים',
  noServers: 'אף שרת שמוצג לכם אינו מושפע.',
  told: 'נמסר',
  notTold: 'עדיין לא',
  life: 'מה קרה',
};
