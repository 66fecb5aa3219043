import type { mongo } from 'mongoose';
import { filesFull } from '../../hotline/errors';
import type { Entry } from './bucket';

const DAY_MS = 24 * 60 * 60 * 1000;
const MB = 1024 * 1024;

export interface Allowance {
  files: number;
  bytes: number;
}

/** What one conversation may hold, of its citizen and of staff, counted apart. */
export interface Quota {
  /** Within any 24 hours. */
  day: Allowance;
  all: Allowance;
}

export interface Quotas {
  citizen: Quota;
  staff: Quota;
}

export const QUOTAS: Quotas = {
  citizen: { day: { files: 200, bytes: 1000 * MB }, all: { files: 2_000, bytes: 5_000 * MB } },
  staff: { day: { files: 500, bytes: 2_000 * MB }, all: { files: 5_000, bytes: 20_000 * MB } },
};

/**
 * Refuses a file for which its conversation has no room any more, by what the store holds.
 * @throws HotlineError `files_full`
 */
export async function checkRoom(
  entries: mongo.Collection<Entry>,
  file: { bytes: number; conversation: string; by: 'citizen' | 'staff' },
  quota: Quota,
  now: Date,
): Promise<void> {
  const { all, day } = await heldBy(entries, file, new Date(now.getTime() - DAY_MS));
  if (isFull(all, file.bytes, quota.all)) throw filesFull(file.by === 'staff' ? STAFF.all : CITIZEN.all);
  if (isFull(day, file.bytes, quota.day)) throw filesFull(file.by === 'staff' ? STAFF.day : CITIZEN.day);
}

const isFull = (held: Allowance, more: number, most: Allowance): boolean =>
  held.files + 1 > most.files || held.bytes + more > most.bytes;

/** Read from the index alone. */
async function heldBy(
  entries: mongo.Collection<Entry>,
  { conversation, by }: { conversation: string; by: string },
  since: Date,
): Promise<{ all: Allowance; day: Allowance }> {
  const isToday = { $gte: ['$uploadDate', since] };
  const [held] = await entries
    .aggregate<{ files: number; bytes: number; filesToday: number; bytesToday: number }>([
      {
        $match: { 'metadata.conversation': conversation, 'metadata.copy': 'original', 'metadata.by': by },
      },
      {
        $group: {
          _id: null,
          files: { $sum: 1 },
          bytes: { $sum: '$length' },
          filesToday: { $sum: { $cond: [isToday, 1, 0] } },
          bytesToday: { $sum: { $cond: [isToday, '$length', 0] } },
        },
      },
    ])
    .toArray();
  return {
    all: { files: held?.files ?? 0, bytes: held?.bytes ?? 0 },
    day: { files: held?.filesToday ?? 0, bytes: held?.bytesToday ?? 0 },
  };
}

const CITIZEN = {
  day: 'Hôm nay bạn đã gửi rất nhiều ảnh và tệp nên tệp này chưa nhận thêm được. Ngày mai bạn gửi tiếp giúp nhé; lời nhắn thì vẫn nhận bình thường.',
  all: 'Cuộc trò chuyện này đã nhận đủ số ảnh và tệp. Bạn kể thêm bằng lời giúp nhé, cán bộ vẫn đọc hết.',
};
const STAFF = {
  day: 'Trong 24 giờ qua đã tải lên quá nhiều tệp cho cuộc trò chuyện này. Hãy tải tiếp vào ngày mai, hoặc gộp thành ít tệp hơn.',
  all: 'Cuộc trò chuyện này đã đủ số tệp do cán bộ tải lên. Hãy gộp các tệp hoặc dùng căn cứ bằng lời.',
};
