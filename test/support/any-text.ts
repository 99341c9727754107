import fc from 'fast-check';

/** Any text, lone surrogates and control characters included. */
export const anyText = fc.string({ unit: 'binary', maxLength: 300 });

/** What is almost this text: letters changed, cut out, put in, doubled or in other order. Never the text itself. */
export function almost(text: string): fc.Arbitrary<string> {
  const place = fc.nat(text.length);
  const piece = fc.oneof(fc.string({ maxLength: 3 }), fc.string({ unit: 'binary', maxLength: 2 }), fc.constant('.'));
  const replaced = fc
    .tuple(place, fc.nat(4), piece)
    .map(([at, length, put]) => text.slice(0, at) + put + text.slice(at + length));
  const cut = fc.tuple(place, place).map(([from, to]) => text.slice(Math.min(from, to), Math.max(from, to)));
  const parts = text.split('.');
  const shuffled = fc
    .shuffledSubarray([...parts, ...parts, '', ''], { maxLength: 4 })
    .map((chosen) => chosen.join('.'));
  return fc
    .oneof(
      replaced,
      cut,
      shuffled,
      place.map((at) => text + text.slice(at)),
    )
    .filter((other) => other !== text);
}

/** Any value that JSON can carry, `__proto__` and other telling names among its keys. */
export const anyJson = fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' });

/** Claims or a header like these, with some taken out, added or of another kind. */
export function almostLike<Fields extends object>(fields: Fields): fc.Arbitrary<Record<string, unknown>> {
  const changes = fc.dictionary(fc.constantFrom(...Object.keys(fields), '__proto__', 'crit', 'jwk', 'nbf'), anyJson, {
    minKeys: 1,
    maxKeys: 3,
  });
  const left = fc.subarray(Object.keys(fields));
  return fc.tuple(changes, left).map(([changed, without]) => {
    const kept = Object.entries(fields).filter(([name]) => !without.includes(name) || name in changed);
    return { ...Object.fromEntries(kept), ...changed };
  });
}
