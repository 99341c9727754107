/** How large a chart is, in units of its own; it is drawn as wide as its place. */
export const CHART = { width: 600, height: 160, pad: 6 } as const;

/** A round number at or above the highest value: 1, 2 or 5 with zeros behind. */
export function topOf(values: readonly number[]): number {
  const highest = Math.max(1, ...values);
  const zeros = 10 ** Math.floor(Math.log10(highest));
  return [1, 2, 5, 10].map((digit) => digit * zeros).find((top) => top >= highest)!;
}

/**
 * The line of some values, evenly apart, from the first to the last, as a path of SVG. A value holds until the next one, so
 * that the line goes in steps; from right to left where pages are read so.
 */
export function stepsOf(values: readonly number[], top: number, direction: 'ltr' | 'rtl'): string {
  const { width, height, pad } = CHART;
  const across = (width - 2 * pad) / Math.max(1, values.length - 1);
  const x = (index: number) => round(direction === 'ltr' ? pad + index * across : width - pad - index * across);
  const y = (value: number) => round(height - pad - (value / top) * (height - 2 * pad));
  return values.map((value, index) => (index === 0 ? `M${x(0)} ${y(value)}` : `H${x(index)}V${y(value)}`)).join('');
}

const round = (place: number) => Math.round(place * 10) / 10;
