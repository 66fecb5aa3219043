/** What the server takes; checked here first, so that nobody uploads for minutes in vain. */
export const MOST_FILES = 10;
export const MOST_BYTES = 20 * 1024 * 1024;
export const MOST_TEXT = 20_000;

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const VIDEOS = ['video/mp4', 'video/quicktime', 'video/3gpp', 'video/webm'];

/** For the file picker. HEIC is not named: an iPhone asked for pictures in general sends JPEG, which all can show. */
export const ACCEPTED = ['image/*', ...VIDEOS, 'audio/*', 'application/pdf', DOCX, '.docx'].join();

/** Endings of what browsers have no type for on machines that cannot open it. */
const BY_ENDING: Record<string, FileKind> = {
  heic: 'picture',
  heif: 'picture',
  docx: 'paper',
  mov: 'video',
  '3gp': 'video',
  amr: 'sound',
};

export type FileKind = 'picture' | 'paper' | 'video' | 'sound';
export type FileFault = 'tooMany' | 'tooLarge' | 'wrongType' | 'empty';

/** Why this file cannot be sent along with `chosen` others; undefined when it can. */
export function faultOf(
  file: { type: string; name?: string; size: number },
  chosen: number,
): FileFault | undefined {
  if (chosen >= MOST_FILES) return 'tooMany';
  if (kindOf(file.type, file.name) === undefined) return 'wrongType';
  if (file.size === 0) return 'empty';
  return file.size > MOST_BYTES ? 'tooLarge' : undefined;
}

/** Undefined for what is not taken. The server looks at the content; this only goes by what the file says. */
export function kindOf(type: string, name = ''): FileKind | undefined {
  if (type === '') return BY_ENDING[name.split('.').at(-1)?.toLowerCase() ?? ''];
  if (type === 'image/svg+xml') return undefined;
  if (type.startsWith('image/')) return 'picture';
  if (VIDEOS.includes(type)) return 'video';
  if (type.startsWith('audio/')) return 'sound';
  return type === 'application/pdf' || type === DOCX ? 'paper' : undefined;
}

/** "10 MB", "2,5 MB". */
export function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} MB`;
}

/** "0,1 MB" says little of a short letter: "85 kB". */
export function fileSize(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : megabytes(bytes);
}
