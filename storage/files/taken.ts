import type { Taken } from '../../hotline/stores';
import { carefulSharp } from './careful-sharp';

/** An EXIF block of a camera has a few kilobytes, and JPEG allows no more than 64. */
const MOST_BYTES = 64 * 1024;
const READ = [
  'DateTimeOriginal',
  'OffsetTimeOriginal',
  'GPSLatitude',
  'GPSLatitudeRef',
  'GPSLongitude',
  'GPSLongitudeRef',
];

/**
 * When and where a photo says it was taken (EXIF 2.32: DateTimeOriginal, OffsetTimeOriginal, GPS IFD). Undefined when it
 * says neither, or nothing that can be true. Never throws: a photo with a broken note is still a photo.
 */
export async function takenOf(bytes: Buffer, now: Date): Promise<Taken | undefined> {
  const told = await notesOf(bytes).catch(() => undefined);
  if (!told) return undefined;
  const at = timeOf(told['DateTimeOriginal'], told['OffsetTimeOriginal'], now);
  const place = placeOf(told['latitude'], told['longitude']);
  return at || place ? { ...(at && { at }), ...place } : undefined;
}

async function notesOf(bytes: Buffer): Promise<Record<string, unknown> | undefined> {
  const sharp = await carefulSharp();
  const { exif } = await sharp(bytes).metadata();
  if (!exif || exif.length > MOST_BYTES) return undefined;
  const { default: exifr } = await import('exifr');
  const tiff = exif.subarray(exif.toString('latin1', 0, 4) === 'Exif' ? 6 : 0);
  return (await exifr.parse(tiff, { reviveValues: false, pick: READ })) as
    Record<string, unknown> | undefined;
}

const TIME = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)$/;
const DAY_MS = 24 * 60 * 60 * 1000;
const FIRST_DIGITAL_CAMERAS = Date.UTC(1990, 0, 1);

/** `2026-11-20T08:15:00`, by the camera's clock; with `+07:00` behind it when the camera tells its zone. */
function timeOf(time: unknown, zone: unknown, now: Date): string | undefined {
  const parts = typeof time === 'string' ? TIME.exec(time.replace(/\0/g, '').trim()) : null;
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const at = Date.parse(`${local}Z`);
  // The 31st of February becomes March when it is read.
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 19) !== local) return undefined;
  if (at < FIRST_DIGITAL_CAMERAS || at > now.getTime() + DAY_MS) return undefined;
  return typeof zone === 'string' && /^[+-](?:0\d|1[0-4]):[0-5]\d$/.test(zone) ? local + zone : local;
}

/** A camera that does not know yet where it is writes zeros. */
function placeOf(lat: unknown, lon: unknown): { lat: number; lon: number } | undefined {
  if (typeof lat !== 'number' || typeof lon !== 'number') return undefined;
  if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180) || (lat === 0 && lon === 0)) return undefined;
  return { lat: Math.round(lat * 1e6) / 1e6, lon: Math.round(lon * 1e6) / 1e6 };
}
