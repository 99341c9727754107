import type { Standing } from '../../domain/people/permissions.ts';

/** A step that is confirmed on a page of its own. */
type Step = { title: (seller: string) => string; consequences: readonly string[]; button: string };

/** Who sold a customer something, and what became of an account. */
export type SellersTexts = {
  title: string;
  introduction: string;
  nobody: string;
  standings: Record<Standing, string>;
  ending: Step;
  restoring: Step;
  /** Above the life of an account. */
  life: string;
};
