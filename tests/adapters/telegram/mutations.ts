import fc from 'fast-check';
import type { TelegramEmulator } from '../../emulators/telegram/emulator';
import { PHOTO } from '../../photo';

/** Real updates of every kind, as Telegram makes them. */
export async function realUpdates(telegram: TelegramEmulator): Promise<object[]> {
  telegram.holdUpdates();
  const lan = telegram.person({ first_name: 'Lan' });
  await lan.says('Ống khói xả khói đen 🏭');
  await lan.sendsPhoto(PHOTO, 'ảnh hiện trường');
  await lan.sendsLocation(21.59, 105.84);
  await lan.sendsContact('+84912345678');
  await lan.sendsDocument({ name: 'đơn.pdf', bytes: Buffer.from('%PDF-1.4'), mime: 'application/pdf' });
  await lan.edits(await lan.says('sai'), 'đúng');
  await lan.blocks();
  const made = [...telegram.updates];
  telegram.world.updates.drop();
  telegram.releaseUpdates();
  return made;
}

/** Updates with a part taken out or changed, and bodies that are none. */
export function mutations(real: readonly object[]): fc.Arbitrary<string | Buffer> {
  const anything = fc.oneof(
    fc.anything({ withNullPrototype: false }),
    fc.constantFrom(NaN, -1, 1e300, '', '\u0000', null),
  );
  const changed = fc
    .tuple(fc.constantFrom(...real), fc.nat(), anything, fc.boolean(), fc.nat(2 ** 40))
    .map(([update, which, value, out, update_id]) =>
      mutate({ ...structuredClone(update), update_id }, which, value, out),
    );
  const bodies = fc.oneof(
    fc.string(),
    fc.constantFrom('', '{', '[]', 'null', '{}', '{"update_id":1}', '"\\ud800"'),
  );
  const bytes = fc.uint8Array({ maxLength: 200 }).map((each) => Buffer.from(each));
  return fc.oneof(
    { weight: 6, arbitrary: changed },
    { weight: 1, arbitrary: bodies },
    { weight: 1, arbitrary: bytes },
  );
}

function mutate(update: object, which: number, value: unknown, out: boolean): string {
  const places = placesIn(update);
  const [holder, key] = places[which % places.length] ?? [update, 'update_id'];
  if (out) delete (holder as Record<string, unknown>)[key];
  else (holder as Record<string, unknown>)[key] = value;
  return (
    JSON.stringify(update, (_key, each: unknown) => (typeof each === 'bigint' ? String(each) : each)) ?? ''
  );
}

function placesIn(value: object): [object, string][] {
  return Object.entries(value).flatMap(([key, each]): [object, string][] => [
    [value, key],
    ...(typeof each === 'object' && each !== null ? placesIn(each as object) : []),
  ]);
}
