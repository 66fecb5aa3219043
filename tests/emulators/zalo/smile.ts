const SIDE = 128;
const CENTRE = (SIDE - 1) / 2;
const YELLOW = [255, 212, 77, 255];
const BLACK = [0, 0, 0, 255];
const NOTHING = [0, 0, 0, 0];

/** The one sticker and the face of everybody here, as PNG; drawn by points, for a drawing would need to be read. */
export async function smile(): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const points = Array.from({ length: SIDE * SIDE }, (_, at) => colourAt(at % SIDE, Math.floor(at / SIDE)));
  const raw = { width: SIDE, height: SIDE, channels: 4 as const };
  return sharp(Buffer.from(points.flat()), { raw }).png().toBuffer();
}

function colourAt(x: number, y: number): number[] {
  const far = (cx: number, cy: number): number => Math.hypot(x - cx, y - cy);
  if (far(CENTRE, CENTRE) > 60) return NOTHING;
  if (far(44, 52) < 8 || far(84, 52) < 8) return BLACK;
  const ofMouth = far(CENTRE, 68);
  return y > 76 && ofMouth > 27 && ofMouth < 33 ? BLACK : YELLOW;
}
