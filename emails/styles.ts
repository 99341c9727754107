import type { CSSProperties } from 'react';

const FONT = '-apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
const BORDER = '1px solid #dce1e7';
const QUIET = '#55606e';

/** Inline, as mail programs drop style sheets; light is what those show that know no dark mode. */
export const styles = {
  preview: { display: 'none', lineHeight: '1px', maxHeight: 0, maxWidth: 0, opacity: 0, overflow: 'hidden' },
  page: { backgroundColor: '#f3f5f8', color: '#1b2733', fontFamily: FONT, margin: 0, padding: '24px 8px' },
  card: { backgroundColor: '#ffffff', border: BORDER, borderRadius: 8, maxWidth: 640, padding: '24px 20px' },
  title: { fontSize: 24, lineHeight: '32px', margin: '0 0 8px' },
  heading: { fontSize: 18, lineHeight: '24px', margin: '28px 0 8px' },
  logo: { display: 'block', height: 32, width: 'auto' },
  sender: { fontSize: 15, fontWeight: 600, lineHeight: '23px', margin: '8px 0 16px' },
  paragraph: { fontSize: 15, lineHeight: '23px', margin: '8px 0 16px' },
  quiet: { color: QUIET, fontSize: 13, lineHeight: '20px', margin: '12px 0' },
  parties: { borderCollapse: 'collapse', width: '100%' },
  label: { color: QUIET, fontSize: 13, padding: '4px 6px', verticalAlign: 'top', width: 84 },
  value: { fontSize: 15, fontWeight: 600, overflowWrap: 'anywhere', padding: '4px 6px' },
  table: { borderCollapse: 'collapse', width: '100%' },
  columnHead: {
    borderBottom: BORDER,
    color: QUIET,
    fontSize: 13,
    fontWeight: 600,
    padding: '6px',
    textAlign: 'start',
  },
  cell: {
    borderBottom: BORDER,
    fontSize: 14,
    lineHeight: '21px',
    padding: '10px 6px',
    verticalAlign: 'top',
  },
  /** Of a word that is longer than a column of a telephone is wide. */
  long: { overflowWrap: 'anywhere' },
  button: {
    backgroundColor: '#0b5cad',
    borderRadius: 6,
    color: '#ffffff',
    fontSize: 16,
    fontWeight: 600,
    padding: '13px 24px',
  },
  named: { color: '#0b5cad' },
  address: { color: '#0b5cad', overflowWrap: 'anywhere' },
  steps: { margin: '0', paddingInlineStart: 22 },
  step: { fontSize: 15, lineHeight: '23px', marginBottom: 6 },
  rule: { borderColor: '#dce1e7', margin: '24px 0 12px' },
} satisfies Record<string, CSSProperties>;

/** For mail programs that know style sheets and follow the reader's dark mode, with the color of addresses there. */
export const darkMode = (link = '#7db8f2') => `
@media (prefers-color-scheme: dark) {
  .page, .page td { background-color: #10161d !important; color: #e4e9ee !important; }
  .card, .card td { background-color: #18212b !important; }
  .card { border-color: #2c3947 !important; }
  .rule { border-color: #2c3947 !important; }
  .quiet, .page td.quiet { color: #a4b1be !important; }
  .link { color: ${link} !important; }
}`;
