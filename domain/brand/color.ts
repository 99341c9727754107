/** A color as CSS writes it: `#rrggbb`, in lower case. */
export type Color = `#${string}`;

/** Reads a color that was typed, with or without `#`; null for what is none. */
export function readColor(typed: string): Color | null {
  const [, digits] = /^\s*#?([0-9a-f]{6})\s*$/i.exec(typed) ?? [];
  return digits === undefined ? null : `#${digits.toLowerCase()}`;
}

/** How much two colors stand out from each other, from 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrastOf(one: Color, other: Color): number {
  const [dark, light] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** A color that was mixed with such a share, 0 to 1, of another. */
export function mixed(color: Color, other: Color, share: number): Color {
  const parts = partsOf(other);
  const values = partsOf(color).map((value, index) => Math.round(value + (parts[index]! - value) * share));
  return `#${values.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Red, green and blue, each 0 to 255. */
export function partsOf(color: Color): number[] {
  return [1, 3, 5].map((from) => parseInt(color.slice(from, from + 2), 16));
}

/** Relative luminance (WCAG 2.2): 0 for black, 1 for white. */
function luminanceOf(color: Color): number {
  const [red, green, blue] = partsOf(color).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
