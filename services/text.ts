import Type from 'typebox';

/** Neither control characters nor lone surrogates. */
export const PRINTABLE = '^[^\\p{Cc}\\p{Cs}]*$';

/** A text that is kept: of a person, a program or a machine. */
export const Text = Type.String({ minLength: 1, maxLength: 200, pattern: PRINTABLE });
