import { box, fullBox, u32 } from './boxes';

export interface RecordingOptions {
  brand?: string;
  /** What the phone writes about the place, inside the movie. */
  place?: string;
  /** Hung on behind the last box. */
  trailer?: Buffer;
}

/** A recording as phones make them: first what is played, then how; with where it was made, in each place phones use. */
export function recording({ brand = 'isom', place = '', trailer }: RecordingOptions = {}): Buffer {
  const told = place
    ? [box('udta', box('\xa9xyz', Buffer.from(place))), fullBox('meta', 0, box('ilst', Buffer.from(place)))]
    : [];
  const track = box('trak', fullBox('tkhd', 0, Buffer.alloc(80)), ...told);
  const parts = [
    box('ftyp', Buffer.from(`${brand}\x00\x00\x02\x00${brand}mp42`, 'latin1')),
    ...(place ? [box('uuid', Buffer.alloc(16), Buffer.from(`<x:xmpmeta>${place}</x:xmpmeta>`))] : []),
    large('mdat', SEEN),
    box('moov', fullBox('mvhd', 0, Buffer.alloc(96)), track, ...told),
  ];
  return Buffer.concat([...parts, ...(trailer ? [trailer] : [])]);
}

/** The samples, which no copy may change. */
export const SEEN = Buffer.from('what is seen and heard '.repeat(50));

/** With its length in 64 bits, as long recordings have it. */
function large(type: string, content: Buffer): Buffer {
  return Buffer.concat([u32(1), Buffer.from(type), u32(0), u32(content.length + 16), content]);
}
