import { invalid } from '../../hotline/errors';
import { boxesIn, type Box } from './boxes';
import type { Patch } from './patched';

/** Types made of boxes. */
const BOXED = ['video/mp4', 'video/quicktime', 'video/3gpp', 'audio/mp4'];
/** Where phones write place, time and camera; and what players leave aside, in which anything may lie. */
const TELLING = ['udta', 'meta', 'uuid', 'free', 'skip', 'wide'];
const MOST_PATCHES = 400;

/**
 * What must be blanked in a recording when it is shown, because it tells where, when and with what it was made. The
 * places of sound and picture stay what they were. Undefined: this type is not looked into.
 * @throws HotlineError `invalid` when the recording is cut off or has nothing to play
 */
export function blanks(bytes: Buffer, type: string): Patch[] | undefined {
  if (!BOXED.includes(type)) return undefined;
  const { boxes, whole } = boxesIn(bytes, 0, bytes.length);
  const movie = boxes.find((box) => box.type === 'moov');
  const played = boxes.some((box) => box.type === 'mdat' || box.type === 'moof');
  if (!movie || !played) throw cutOff();
  const inMovie = boxesIn(bytes, movie.content, movie.end).boxes;
  const tracks = inMovie.filter((box) => box.type === 'trak');
  const inTracks = tracks.flatMap((track) => boxesIn(bytes, track.content, track.end).boxes);
  const patches = [...boxes, ...inMovie, ...inTracks].flatMap(blank);
  // What some phones hang on behind the last box.
  if (!whole) patches.push({ from: boxes.at(-1)?.end ?? 0, to: bytes.length });
  if (patches.length > MOST_PATCHES) throw cutOff();
  return patches;
}

/** It becomes a box of zeros that players pass over, as long as it was. */
function blank({ type, start, content, end }: Box): Patch[] {
  if (!TELLING.includes(type)) return [];
  return [
    { from: start + 4, to: start + 8, put: 'free' },
    { from: content, to: end },
  ];
}

const cutOff = () => invalid('Bản ghi bị đứt giữa chừng nên chưa mở được. Bạn gửi lại giúp nhé.');
