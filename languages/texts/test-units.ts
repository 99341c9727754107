/** What a server for tests uses free of charge. */
export type TestUnitsTexts = {
  title: string;
  help: string;
};
