import { z } from 'zod';
import { LEVELS } from '../hotline/air/scale';

const POINTS = 8;
const points = z
  .array(z.number().nonnegative())
  .length(POINTS)
  .refine(isRising, 'must rise from one to the next');

/** The table of VN_AQI; what stands there of its origin, of the daily index and of advice is for people. */
export const airScale = z
  .object({
    aqiPoints: points,
    breakpoints: z.object({
      'PM2.5': points,
      PM10: points,
      O3_1h: points,
      O3_8h: z
        .array(z.number().nonnegative().nullable())
        .length(POINTS)
        .refine((all) => isRising(all.filter((each) => each !== null)), 'must rise from one to the next'),
      CO: points,
      SO2: points,
      NO2: points,
    }),
    levels: z
      .array(z.object({ min: z.number(), max: z.number(), id: z.enum(LEVELS) }))
      .length(LEVELS.length)
      .refine((levels) => isRising(levels.map(({ max }) => max)), 'must rise from one to the next'),
  })
  .readonly();

function isRising(values: readonly number[]): boolean {
  return values.every((value, at) => at === 0 || value > (values[at - 1] ?? 0));
}
