/**
 * A number of things in words; `written` is the number as the reader's locale writes it. `forms` are there for a page's
 * script, which counts on while somebody types.
 */
export type Counted = ((count: number, written: string) => string) & { forms: Forms };

/** The forms that a language has for numbers, as CLDR names them; `#` stands for the number. */
type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Chooses the form of a number, as https://cldr.unicode.org/index/cldr-spec/plural-rules tells. */
export function counted(locale: string, forms: Forms): Counted {
  const rules = new Intl.PluralRules(locale);
  function inNumber(count: number, written: string): string {
    return (forms[rules.select(count)] ?? forms.other).replace('#', written);
  }
  return Object.assign(inNumber, { forms });
}
