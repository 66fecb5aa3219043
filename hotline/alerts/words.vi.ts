import type { AlertKind } from './alert';

/** What alerts say to staff. Edited by people who know the trade, not only by programmers. */
export const words = {
  product: 'Hotline Xanh',
  headings: {
    urgent: (count) => `🔴 ${count} phản ánh khẩn`,
    grant_lost: (count) => `🔑 ${count} kênh cần cấp quyền lại`,
    channel_down: (count) => `⚠️ ${count} kênh mất kết nối`,
    channel_up: (count) => `✅ ${count} kênh đã kết nối lại`,
    waiting: (count) => `💬 ${count} người dân đang chờ cán bộ`,
    overdue: (count) => `⏰ ${count} phản ánh quá hạn`,
    due_soon: (count) => `🕒 ${count} phản ánh sắp đến hạn`,
    dead_letter: (count) => `✉️ ${count} tin chưa gửi được tới người dân`,
  } satisfies Record<AlertKind, (count: string) => string> as Record<AlertKind, (count: string) => string>,
  confidential: (count: string) => `🔒 ${count} việc mới cho thanh tra`,
  confidentialLine: 'Thanh tra mở bàn làm việc để xem.',
  deadline: (when: string) => `hạn ${when}`,
  waitingSince: (when: string, channel: string) => `từ ${when}, qua ${channel}`,
  downSince: (channel: string, when: string) => `${channel}, từ ${when}`,
  letters: (channel: string, count: string) => `${channel}: ${count} tin`,
  more: (count: string) => `và ${count} việc khác`,
};
