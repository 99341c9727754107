/** What a digest of notices says, apart from the orders' own data; `count` says which form, `written` is the number. */
export type NoticeMailTexts = {
  subject(count: number, written: string): string;
  heading: string;
  preview(count: number, written: string): string;
  introduction: string;
  whatEnds: string;
  endsOn: string;
  what: Record<'term' | 'care' | 'evaluation', (application: string) => string>;
  /** `distance` says how far away that day is: “in 29 days”, “today”. */
  ends(lastDay: string, distance: string): string;
  closing: string;
};
