/** "14:05", on the clock of whoever reads. */
export function clock(at: number, timeZone?: string): string {
  return format(at, { hour: '2-digit', minute: '2-digit', hour12: false }, timeZone);
}

/** "Hôm nay", "Hôm qua", or "Thứ Hai, 23/11/2026". */
export function day(at: number, now: number, timeZone?: string): string {
  const date = dateOf(at, timeZone);
  if (date === dateOf(now, timeZone)) return 'Hôm nay';
  if (date === dateOf(now - 24 * 3600_000, timeZone)) return 'Hôm qua';
  const weekday = format(at, { weekday: 'long' }, timeZone);
  return `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)}, ${date}`;
}

/** "23/11/2026". */
export function dateOf(at: number, timeZone?: string): string {
  return format(at, { day: '2-digit', month: '2-digit', year: 'numeric' }, timeZone);
}

function format(at: number, options: Intl.DateTimeFormatOptions, timeZone?: string): string {
  return new Intl.DateTimeFormat('vi-VN', { ...options, ...(timeZone ? { timeZone } : {}) }).format(at);
}
