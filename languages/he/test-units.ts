import type { TestUnitsTexts } from '../texts/test-units.ts';

export const testUnits: TestUnitsTexts = {
  title: 'חינם לבדיקות',
  help: 'שרת בדיקות משתמש ביחידות האלה מעבר למה שנרכש, עם חיבור בלבד. שרת אחד של הלקוח מקבל את היחידות של כל יישום.',
};
