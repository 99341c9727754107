import type { Span } from '../../test/support/telemetry/collector.ts';

/** What a panel shows: lines by name, each a value an instant (epoch seconds). */
export type Series = { name: string; values: [at: number, value: number][] };

export type Drawn = {
  title: string;
  type: string;
  unit: string;
  isStacked: boolean;
  /** Of 24 in a row, and in the rows of a grid. */
  place: { w: number; h: number };
  /** From which value on a number is red. */
  redFrom: number | null;
  series: Series[];
};

const COLORS = ['#3b82f6', '#f59e0b', '#10b981', '#ef4444', '#8b5cf6', '#06b6d4', '#ec4899', '#84cc16', '#64748b'];
const [COLUMN, ROW, TOP, LEFT, LEGEND] = [54, 30, 28, 46, 40];

/** So wide is a letter of a title, of its size. */
const TITLE_EM = 0.56;

const STYLE = `body { background: #f4f5f7; font: 12px sans-serif; margin: 12px; width: ${24 * COLUMN}px; color: #1e293b }
  h1 { font-size: 18px } h2 { font-size: 14px; clear: both; padding-top: 6px; margin: 4px }
  svg { background: #fff; border: 1px solid #d8dee6; border-radius: 4px; margin: 2px; float: left; box-sizing: border-box }
  .title { font-weight: bold } .small { font-size: 10px; fill: #64748b }`;

const page = (title: string, body: string) =>
  `<!doctype html><meta charset="utf-8"><style>${STYLE}</style><h1>${title}</h1>${body}`;

/** A page with the panels of a dashboard, by the rows that they stand under. */
export function drawDashboard(title: string, rows: { title: string; panels: Drawn[] }[]): string {
  return page(title, rows.map((row) => `<h2>${row.title}</h2>${row.panels.map(drawPanel).join('')}`).join(''));
}

function drawPanel(panel: Drawn): string {
  const [width, height] = [panel.place.w * COLUMN - 5, panel.place.h * ROW];
  const body = panel.type === 'stat' ? drawNumber(panel, width, height) : drawLines(panel, width, height);
  const size = Math.min(12, (width - 20) / (panel.title.length * TITLE_EM));
  const title = `<text x="10" y="18" class="title" font-size="${size.toFixed(1)}">${escaped(panel.title)}</text>`;
  return `<svg width="${width}" height="${height}">${title}${body}</svg>`;
}

function drawNumber({ series, unit, redFrom }: Drawn, width: number, height: number): string {
  const value = series[0]?.values.at(-1)?.[1] ?? NaN;
  const color = redFrom !== null && value >= redFrom ? '#dc2626' : '#16a34a';
  return `<text x="${width / 2}" y="${height / 2 + 22}" font-size="32" fill="${color}" text-anchor="middle">${shown(value, unit)}</text>`;
}

function drawLines({ series, unit, isStacked }: Drawn, width: number, height: number): string {
  const below = new Map<number, number>();
  const lines = series.map(({ name, values }, index) => {
    const points = values.map(([at, value]): [number, number] => {
      const from = isStacked ? (below.get(at) ?? 0) : 0;
      if (isStacked) below.set(at, from + value);
      return [at, from + (Number.isFinite(value) ? value : 0)];
    });
    return { name, points, last: values.at(-1)?.[1] ?? NaN, color: COLORS[index % COLORS.length]! };
  });
  const all = lines.flatMap(({ points }) => points);
  if (all.length === 0) return `<text x="10" y="${height / 2}" class="small">nothing</text>`;
  const most = Math.max(...all.map(([, value]) => value)) || 1;
  const [first, last] = [Math.min(...all.map(([at]) => at)), Math.max(...all.map(([at]) => at))];
  const [w, h] = [width - LEFT - 10, height - TOP - LEGEND];
  const x = (at: number) => (LEFT + ((at - first) / (last - first || 1)) * w).toFixed(1);
  const y = (value: number) => (TOP + h - (value / most) * h).toFixed(1);
  const grid = [0, 0.5, 1].map(
    (part) =>
      `<line x1="${LEFT}" x2="${width - 10}" y1="${y(part * most)}" y2="${y(part * most)}" stroke="#e2e8f0"/>` +
      `<text x="${LEFT - 4}" y="${Number(y(part * most)) + 3}" class="small" text-anchor="end">${shown(part * most, unit)}</text>`,
  );
  const drawn = lines.map(
    ({ points, color }) =>
      `<polyline fill="none" stroke="${color}" stroke-width="1.5" points="${points.map(([at, value]) => `${x(at)},${y(value)}`).join(' ')}"/>`,
  );
  const perRow = Math.max(1, Math.floor(width / 190));
  const legend = lines.slice(0, perRow * 3).map(({ name, last, color }, index) => {
    const [left, top] = [10 + (index % perRow) * 190, height - LEGEND + 14 + Math.floor(index / perRow) * 11];
    const text = `${name.length > 24 ? `${name.slice(0, 23)}…` : name} ${shown(last, unit)}`;
    return `<rect x="${left}" y="${top - 7}" width="8" height="8" fill="${color}"/><text x="${left + 12}" y="${top}" class="small">${escaped(text)}</text>`;
  });
  return [...grid, ...drawn, ...legend].join('');
}

/** A page with the spans of a trace, each below what it happened for, by when it began. */
export function drawTrace(title: string, spans: Span[]): string {
  const ids = new Set(spans.map(({ id }) => id));
  const byStart = spans.toSorted((a, b) => (a.beganAt < b.beganAt ? -1 : 1));
  const under = (parent: string | null, depth: number): { span: Span; depth: number }[] =>
    byStart
      .filter((span) => (parent === null ? !ids.has(span.parent) : span.parent === parent))
      .flatMap((span) => [{ span, depth }, ...under(span.id, depth + 1)]);
  const began = byStart[0]!.beganAt;
  const ms = (at: bigint) => Number(at - began) / 1e6;
  const all = Math.max(...spans.map(({ endedAt }) => ms(endedAt)));
  const [names, width, line] = [420, 24 * COLUMN, 24];
  const services = [...new Set(byStart.map(({ service }) => service))];
  const scale = (at: number) => names + (at / all) * (width - names - 90);
  const rows = under(null, 0).map(({ span, depth }, index) => {
    const [from, to] = [ms(span.beganAt), ms(span.endedAt)];
    const top = index * line + 40;
    const color = COLORS[services.indexOf(span.service)];
    const about = `${(span.attributes.outcome ?? span.attributes['http.response.status_code'] ?? '') as string}`;
    return (
      `<text x="${10 + depth * 16}" y="${top + 14}">${escaped(span.name)}</text>` +
      `<rect x="${scale(from)}" y="${top + 3}" width="${Math.max(2, scale(to) - scale(from))}" height="14" fill="${color}" rx="2"/>` +
      `<text x="${scale(to) + 6}" y="${top + 14}" class="small">${(to - from).toFixed(1)} ms ${escaped(about)}</text>`
    );
  });
  const legend = services.map(
    (service, index) =>
      `<rect x="${10 + index * 200}" y="14" width="10" height="10" fill="${COLORS[index]}"/><text x="${26 + index * 200}" y="23">${service}</text>`,
  );
  const end = `<text x="${width - 20}" y="23" class="small" text-anchor="end">${all.toFixed(0)} ms</text>`;
  const height = rows.length * line + 56;
  return page(title, `<svg width="${width}" height="${height}">${[...legend, end, ...rows].join('')}</svg>`);
}

function shown(value: number, unit: string): string {
  if (!Number.isFinite(value)) return '–';
  if (unit === 'percentunit') return `${(value * 100).toFixed(1)} %`;
  if (unit === 'bytes') return `${(value / 1e6).toFixed(0)} MB`;
  if (unit === 's')
    return value === 0 ? '0 s' : value < 1 ? `${(value * 1000).toFixed(0)} ms` : `${value.toFixed(1)} s`;
  return `${Number.isInteger(value) ? value : value.toFixed(value < 10 ? 2 : 0)}${unit === 'reqps' ? '/s' : ''}`;
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
