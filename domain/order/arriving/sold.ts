import type { Day } from '../../days.ts';
import type { EvaluationTerms } from '../../policy.ts';
import type { Care, CareLevel, LicenseKind } from '../../catalogue/terms.ts';

/** A line as sold: what the vendor's ERP posts, with every default filled in. */
export type SoldLine = {
  application: string;
  capacity: number;
  license: LicenseKind;
  startsOn: Day;
  endsOn: Day | null;
  care: Care | null;
  /** The ERP's own number of the line. */
  reference?: string;
  /** What an evaluation was promised; of other lines absent. */
  evaluation?: EvaluationTerms;
};

/** A line as it is delivered: a subscription of an expansion may leave its last day, and its care's, to the order's others. */
export type UndatedLine = Omit<SoldLine, 'care'> & { care: { level: CareLevel; endsOn: Day | null } | null };
