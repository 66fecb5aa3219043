import type { TelegramEmulator } from '../../emulators/telegram/emulator';
import { PHOTO } from '../../photo';
import { mutations } from '../mutations';

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

/** The same with something wrong, and bodies that are no updates. */
export const wrongUpdates = (real: readonly object[]) =>
  mutations(real, (update, update_id) => ({ ...update, update_id }));
