/** What Tabler says for dark pages: the variables of each of its rules that begins with these selectors. */
const DARK_RULE = /\.theme-dark,\s*\[data-bs-theme=dark\],[^{}]*\{([^{}]*)\}/g;

/**
 * The portal's own style sheet, made from Tabler's: Tabler switches to dark by an attribute, which needs a script;
 * here the same variables follow the reader's system.
 */
export function portalStyles(tabler: string): string {
  const dark = [...tabler.matchAll(DARK_RULE)].map(([, variables]) => variables).join(';');
  return `${OWN}@media (prefers-color-scheme: dark) { :root { color-scheme: dark; ${dark} } }\n`;
}

const OWN = `
bdi, dd, h1 { overflow-wrap: anywhere; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 0; }
.facts dt { font-weight: inherit; color: var(--tblr-secondary); }
.facts dd { margin: 0; font-weight: 600; }
.mail { display: block; width: 100%; height: 70vh; border: 0; background: #f3f5f8; }
.mail-text { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; }
@media (max-width: 575px) {
  .action { width: 100%; }
  .table-mobile-sm tbody tr { padding-block: .5rem; }
  .table-mobile-sm tbody td { padding: .25rem var(--tblr-card-spacer-x, 1.25rem) !important; }
}
`;
