/** What can be wrong with a string that a person carried from an AppSuite; the sentences stand in `languages/`. */
export const WRONG_PASTES = [
  'empty',
  'activation-token',
  'unknown',
  'a-request',
  'a-return',
  'a-response',
  'cut-off',
  'too-long',
  'incomplete',
  'altered',
  'another-server',
  'another-machine',
] as const;
export type WrongPaste = (typeof WRONG_PASTES)[number];
