/** Stands for the parts of react-email that color code, and that read Markdown and the classes of Tailwind. */
export const CodeBlock = null;
export const Markdown = null;
export const Tailwind = null;
export const pixelBasedPreset = null;
export const inlineStyles = null;
export const sanitizeStyleSheet = null;
export const setupTailwind = null;
