/** A number of things in words; `written` is the number as the reader's locale writes it. */
export type Counted = (count: number, written: string) => string;

/** The forms that a language has for numbers, as CLDR names them; `#` stands for the number. */
type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Chooses the form of a number, as https://cldr.unicode.org/index/cldr-spec/plural-rules tells. */
export function counted(locale: string, forms: Forms): Counted {
  const rules = new Intl.PluralRules(locale);
  return function inNumber(count, written) {
    return (forms[rules.select(count)] ?? forms.other).replace('#', written);
  };
}
