/** How much of something was done per second, by name. */
export type Rates = Record<string, number>;

/**
 * A row of the table: the product's rate and what it is measured against, both per second, the ratio, and what else was
 * measured of both. Without a target it is a figure to know.
 */
export type Row = {
  what: string;
  ours: number;
  against: string;
  theirs: number;
  ratio: number;
  target: number | null;
  beside?: string;
};

/**
 * Measures the two in turns, after a turn of each that does not count, so that what else the machine does meets both.
 * Answers the rates of each round.
 */
export async function inTurns<Ours extends Rates, Theirs extends Rates>(
  rounds: number,
  ours: (round: number) => Promise<Ours>,
  theirs: (round: number) => Promise<Theirs>,
): Promise<{ ours: Ours; theirs: Theirs }[]> {
  const measured = [];
  for (let round = 0; round <= rounds; round++) {
    const pair = { theirs: await theirs(round), ours: await ours(round) };
    const rates = Object.entries({ ...pair.ours, ...pair.theirs }).map(
      ([name, rate]) => `${name} ${rate.toFixed(0)}/s`,
    );
    console.error(`  ${round === 0 ? 'warm-up' : `round ${round} of ${rounds}`}: ${rates.join(', ')}`);
    if (round > 0) measured.push(pair);
  }
  return measured;
}

/** The medians of the rates and of the ratios of each round. */
export function compare(
  rounds: { ours: number; theirs: number }[],
  about: Pick<Row, 'what' | 'against' | 'target' | 'beside'>,
): Row {
  return {
    ...about,
    ours: median(rounds.map(({ ours }) => ours)),
    theirs: median(rounds.map(({ theirs }) => theirs)),
    ratio: median(rounds.map(({ ours, theirs }) => ours / theirs)),
  };
}

/** The middle one of some figures, or what lies between the two. */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}

/** The smallest of some figures that this share of them does not exceed, as 0.95. */
export function quantile(values: number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)]!;
}
