import type { StandbyTexts } from '../texts/standby.ts';
import { counted } from '../plural.ts';

export const standby: StandbyTexts = {
  title: 'כוננות',
  standsBy: 'בכוננות עבור',
  nobody: 'אין שרת אחר',
  itsStandby: 'שרת הכוננות שלו',
  takenOver: (standby) => `שרת הכוננות ${standby} נכנס לפעולה`,
  takenOverText: 'השרת הזה אינו מפעיל דבר עד ששרת הכוננות ייעצר: הפעילו בו את הפקודה standby, או הוציאו אותו משימוש.',
  daysLeft: counted('he', {
    one: 'נותר יום אחד לכניסות לפעולה, מתוך 30 בכל 365 יום.',
    two: 'נותרו יומיים לכניסות לפעולה, מתוך 30 בכל 365 יום.',
    other: 'נותרו # ימים לכניסות לפעולה, מתוך 30 בכל 365 יום.',
  }),
  takeovers: 'כניסות לפעולה',
  since: 'מיום',
  until: 'עד יום',
  running: 'עדיין פועל',
  holdsNothing: 'לשרת כוננות אין הקצאה משלו: כשהוא נכנס לפעולה, הוא מפעיל את מה שיש לשרת שהוא בכוננות עבורו.',
  overlap: 'ייתכן ששניהם פעלו',
  hours: counted('he', { one: 'שעה אחת', two: 'שעתיים', other: '# שעות' }),
  whileItRuns:
    'אם הוא נכנס לפעולה, ייתכן שימשיך לפעול במקומו: כל הימים שנותרו ייחשבו אז כמנוצלים. אם אפשר, יש להריץ בו קודם standby.',
};
