import { carefulSharp } from '../files/careful-sharp';

const WIDTH = 640;
const HEIGHT = 420;
const HORIZON = 270;
const WHITE: Colour = [255, 255, 255];

type Colour = readonly [red: number, green: number, blue: number];

/** Sky, ground, and what stands there. */
const SCENES: readonly (readonly [Colour, Colour, Colour])[] = [
  [
    [157, 180, 192],
    [92, 107, 94],
    [59, 58, 54],
  ],
  [
    [201, 183, 156],
    [110, 127, 79],
    [74, 66, 56],
  ],
  [
    [127, 143, 166],
    [39, 50, 58],
    [19, 26, 30],
  ],
  [
    [224, 201, 166],
    [138, 154, 91],
    [122, 75, 42],
  ],
  [
    [184, 196, 187],
    [78, 110, 88],
    [141, 153, 174],
  ],
];

/** A small drawing that can be taken for nothing but one: sky, ground, a chimney, a heap, and stripes across. */
export async function samplePicture(number: number): Promise<Buffer> {
  const sharp = await carefulSharp();
  const colourAt = drawing(number);
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3);
  for (let at = 0; at < WIDTH * HEIGHT; at++)
    pixels.set(colourAt(at % WIDTH, Math.floor(at / WIDTH)), at * 3);
  return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .png({ palette: true })
    .toBuffer();
}

function drawing(number: number): (x: number, y: number) => Colour {
  const [sky, ground, thing] = SCENES[number % SCENES.length] ?? [WHITE, WHITE, WHITE];
  const left = 80 + ((number * 97) % 380);
  const high = 90 + ((number * 53) % 120);
  return (x, y) => {
    const stripe = (x + y) % 210 < 24;
    const chimney = x > left && x < left + 46 && y > HORIZON - high && y < HORIZON + 20;
    const heap = ((x - left - 150) / 110) ** 2 + ((y - HORIZON - 10) / 46) ** 2 < 1;
    const seen = chimney || heap ? thing : y < HORIZON ? sky : ground;
    return stripe ? mixed(seen, WHITE) : seen;
  };
}

const mixed = (a: Colour, b: Colour): Colour => [
  (a[0] * 2 + b[0]) / 3,
  (a[1] * 2 + b[1]) / 3,
  (a[2] * 2 + b[2]) / 3,
];
