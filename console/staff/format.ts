const dateTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** `23/11/2026 11:05`, Vietnam's time wherever the browser is. */
export const formatTime = (iso: string): string => dateTime.format(new Date(iso)).replace(',', '');

/** `2026-11-23` → `23/11/2026`, `2026-11` → `11/2026` */
export const formatDate = (date: string): string => date.split('-').reverse().join('/');

/** `1,2 MB` */
export function formatSize(bytes: number): string {
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${size.toLocaleString('vi-VN', { maximumFractionDigits: size < 10 ? 1 : 0 })} ${unit}`;
}
