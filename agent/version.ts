/** What this AppSuite says that it is, where nobody says otherwise. */
export const DEFAULT_VERSION = '2026.Autumn.1';
