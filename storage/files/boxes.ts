/** One box of an MP4, QuickTime or 3GP file (ISO/IEC 14496-12): its type, and where it and its content lie. */
export interface Box {
  type: string;
  start: number;
  content: number;
  end: number;
}

/** The boxes one after the other; ends early, with `whole` false, where a box is cut off or no box at all. */
export function boxesIn(bytes: Buffer, from: number, to: number): { boxes: Box[]; whole: boolean } {
  const boxes: Box[] = [];
  let at = from;
  while (at < to) {
    const box = boxAt(bytes, at, to);
    if (!box) return { boxes, whole: false };
    boxes.push(box);
    at = box.end;
  }
  return { boxes, whole: true };
}

function boxAt(bytes: Buffer, start: number, to: number): Box | undefined {
  if (start + 8 > to) return undefined;
  const short = bytes.readUInt32BE(start);
  const type = bytes.toString('latin1', start + 4, start + 8);
  if (short === 1 && start + 16 > to) return undefined;
  const head = short === 1 ? 16 : 8;
  const size = short === 1 ? Number(bytes.readBigUInt64BE(start + 8)) : short === 0 ? to - start : short;
  const end = start + size;
  return size < head || end > to ? undefined : { type, start, content: start + head, end };
}
