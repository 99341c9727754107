import type { EmergenciesTexts } from '../texts/emergencies.ts';
import { counted } from '../plural.ts';

export const emergencies: EmergenciesTexts = {
  title: 'מצב חירום',
  introduction: 'כאשר קיבולת נדרשת מיד: היא מוענקת להיום ולארבעה ימים נוספים, ואין צורך באישור של איש.',
  application: 'יישום',
  capacity: 'כמה',
  most: (quantity) => `עד ${quantity}: פי שניים ממה שהיה בבעלות לאחרונה`,
  reason: 'סיבה',
  reasonHelp: 'היצרן קורא אותה.',
  incomplete: 'ציינו כמה, מספר שלם בתחום המותר, ומה הסיבה.',
  next: 'המשך',
  left: counted('he', {
    one: 'נותר מצב חירום אחד מתוך שניים בכל 365 יום.',
    two: 'נותרו שני מצבי חירום בכל 365 יום.',
    other: 'נותרו # מצבי חירום בכל 365 יום.',
  }),
  usedUp: (instant) => `שני מצבי החירום של 365 יום נוצלו. אפשר להכריז על מצב חירום נוסף החל ממועד זה: ${instant}.`,
  nothingOwned: 'מעולם לא היה כאן דבר בבעלות שלפיו אפשר למדוד מצב חירום.',
  confirm: {
    title: 'הכרזה על מצב החירום',
    grants: (quantity, application, lastDay) =>
      `קיבולת של ${application} (${quantity}) זמינה מיד, עד תום יום ${lastDay}, וניתנת להקצאה לשרתים.`,
    ends: 'מצב החירום מסתיים מעצמו. מה שיש ממנו לשרתים נעצר אז.',
    vendor: 'היצרן מקבל הודעה מיד, עם הסיבה שציינתם.',
    left: counted('he', {
      one: 'לאחר מכן יישאר מצב חירום אחד ב־365 יום.',
      two: 'לאחר מכן יישארו שני מצבי חירום ב־365 יום.',
      other: 'לאחר מכן יישארו # מצבי חירום ב־365 יום.',
    }),
    button: 'הכרזה',
  },
  declared: 'מצבי חירום שהוכרזו',
  nobody: 'לא הוכרז מצב חירום.',
  until: (lastDay) => `עד ${lastDay}`,
};
