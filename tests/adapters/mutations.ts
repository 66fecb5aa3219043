import fc from 'fast-check';

/**
 * What a channel may be sent by mistake or by malice: real messages with a part taken out or changed, each made `asNew`
 * before so that it is not known already, and bodies that are none.
 */
export function mutations<T extends object>(
  real: readonly T[],
  asNew: (copy: T, n: number) => object,
): fc.Arbitrary<string | Buffer> {
  const anything = fc.oneof(
    fc.anything({ withNullPrototype: false }),
    fc.constantFrom(NaN, -1, 1e300, '', '\u0000', null),
  );
  const changed = fc
    .tuple(fc.constantFrom(...real), fc.nat(), anything, fc.boolean(), fc.nat(2 ** 40))
    .map(([message, which, value, out, n]) => mutate(asNew(structuredClone(message), n), which, value, out));
  const bodies = fc.oneof(
    fc.string(),
    fc.constantFrom('', '{', '[]', 'null', '{}', '{"update_id":1}', '{"event_name":"follow"}', '"\\ud800"'),
  );
  const bytes = fc.uint8Array({ maxLength: 200 }).map((each) => Buffer.from(each));
  return fc.oneof(
    { weight: 6, arbitrary: changed },
    { weight: 1, arbitrary: bodies },
    { weight: 1, arbitrary: bytes },
  );
}

function mutate(message: object, which: number, value: unknown, out: boolean): string {
  const places = placesIn(message);
  const [holder, key] = places[which % places.length] ?? [message, ''];
  if (out) delete (holder as Record<string, unknown>)[key];
  else (holder as Record<string, unknown>)[key] = value;
  return (
    JSON.stringify(message, (_key, each: unknown) => (typeof each === 'bigint' ? String(each) : each)) ?? ''
  );
}

function placesIn(value: object): [object, string][] {
  return Object.entries(value).flatMap(([key, each]): [object, string][] => [
    [value, key],
    ...(typeof each === 'object' && each !== null ? placesIn(each as object) : []),
  ]);
}
