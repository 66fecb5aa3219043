import fc from 'fast-check';
import { HotlineError } from '../../../hotline/errors';
import { examine } from '../../../storage/files/examined';
import { movingGif, photo } from '../../files/pictures';
import { recording } from '../../files/recording';
import { docx } from '../../files/zip';

const MB = 1024 * 1024;
const limits = { picture: MB, paper: MB, video: MB, sound: MB };

/** Wounds: bytes overwritten at a place (a share of the length), and how much of the file arrived. */
const wounds = fc.record({
  bytes: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), { maxLength: 12 }),
  arrived: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
});

function wounded(whole: Buffer, { bytes, arrived }: { bytes: [number, number][]; arrived: number }): Buffer {
  const copy = Buffer.from(whole.subarray(0, Math.ceil(whole.length * arrived)));
  for (const [at, byte] of bytes) copy[Math.floor(at * (copy.length - 1))] = byte;
  return copy;
}

test.each([
  ['photo', () => photo()],
  ['PNG', () => photo('png')],
  ['WebP', () => photo('webp')],
  ['moving picture', async () => movingGif(20)],
  ['Word document', async () => docx()],
  ['recording', async () => recording({ place: '+21.0285+105.8542/' })],
])(
  'a %s that is damaged anywhere is taken or refused in words, and never breaks anything',
  async (_what, make) => {
    const whole = await make();
    const property = fc.asyncProperty(wounds, async (hurt) => {
      const outcome = await examine({ name: 'x', bytes: wounded(whole, hurt) }, limits).catch(
        (error: unknown) => error,
      );
      if (outcome instanceof Error) expect(outcome).toBeInstanceOf(HotlineError);
    });
    await fc.assert(property, { numRuns: 150, seed: 7 });
  },
);
