import type { ZaloEmulator } from '../../emulators/zalo/emulator';
import type { ZaloEvent } from '../../emulators/zalo/shapes';
import { PHOTO } from '../../photo';

/** Real events of every kind, as Zalo makes them; nobody is told of them. */
export async function realEvents(zalo: ZaloEmulator): Promise<readonly ZaloEvent[]> {
  const lan = zalo.person('Lan');
  await lan.follows();
  await lan.says('Ống khói xả khói đen 🏭');
  await lan.sendsImage(PHOTO, 'ảnh hiện trường');
  await lan.sendsLocation(21.59, 105.84);
  await lan.sendsLink('https://bao.vn/khoi');
  await lan.sendsBusinessCard({ name: 'Bác tổ trưởng', phone: '0987654321' });
  await lan.sendsFile({ name: 'đơn.pdf', bytes: Buffer.from('%PDF-1.4') });
  await lan.sendsSticker();
  await lan.unfollows();
  await zalo.stranger().says('tôi không có tài khoản');
  const info = { name: 'Lan', phone: '84912345678' };
  const [follow] = zalo.events;
  if (!follow) throw new Error('nothing was made');
  const { app_id, timestamp } = follow;
  return [
    ...zalo.events,
    { app_id, timestamp, event_name: 'user_submit_info', sender: { id: lan.id }, info },
  ];
}

/** As one that was never told. */
export const asNew = (event: ZaloEvent, n: number): object => ({
  ...event,
  timestamp: String(1_790_000_000_000 + (n % 1e9)),
  ...(event.message && { message: { ...event.message, msg_id: `m${n}` } }),
});
