/** Pollutants of the index, as the decision names them. */
export const POLLUTANTS = ['PM2.5', 'PM10', 'O3', 'CO', 'SO2', 'NO2'] as const;
export type Pollutant = (typeof POLLUTANTS)[number];

/**
 * The table of VN_AQI: Decision 1459/QĐ-TCMT of 12/11/2019, as content/vn_aqi.json has it, with what of it is verified and
 * what is not. Concentrations in µg/m³.
 */
export interface AirScale {
  /** The index at each breakpoint. */
  aqiPoints: readonly number[];
  /** Ozone by its hourly mean. */
  breakpoints: Readonly<Record<'PM2.5' | 'PM10' | 'O3_1h' | 'CO' | 'SO2' | 'NO2', readonly number[]>> & {
    /** By its mean of eight hours, for the index of a day; null: above that only the hourly mean counts. */
    readonly O3_8h: readonly (number | null)[];
  };
  levels: readonly Level[];
}

export interface Level {
  min: number;
  max: number;
  id: LevelId;
}

export const LEVELS = ['tot', 'trung-binh', 'kem', 'xau', 'rat-xau', 'nguy-hai'] as const;
export type LevelId = (typeof LEVELS)[number];

/**
 * The index of one pollutant: linear between two breakpoints, rounded; 500 above the last (formula of Decision
 * 1459/QĐ-TCMT, which shows nothing above 500). Undefined for what no instrument can have measured: negative, not a number.
 */
export function subIndex(scale: AirScale, pollutant: Pollutant, concentration: number): number | undefined {
  const points = scale.breakpoints[pollutant === 'O3' ? 'O3_1h' : pollutant];
  if (concentration > (points.at(-1) ?? Infinity) && Number.isFinite(concentration))
    return scale.aqiPoints.at(-1);
  return between(scale, points, concentration);
}

/** Of the mean of eight hours of ozone; undefined above its last breakpoint. */
export const subIndexO3of8Hours = (scale: AirScale, concentration: number): number | undefined =>
  between(
    scale,
    scale.breakpoints.O3_8h.filter((point) => point !== null),
    concentration,
  );

function between(scale: AirScale, points: readonly number[], concentration: number): number | undefined {
  if (!Number.isFinite(concentration) || concentration < 0) return undefined;
  for (let at = 1; at < points.length; at++) {
    const [low = 0, high = 0] = [points[at - 1], points[at]];
    const [from = 0, to = 0] = [scale.aqiPoints[at - 1], scale.aqiPoints[at]];
    if (concentration <= high) return Math.round(((to - from) / (high - low)) * (concentration - low) + from);
  }
  return undefined;
}

/** What an index is called. */
export const levelOf = ({ levels }: AirScale, aqi: number): LevelId =>
  levels.find(({ max }) => aqi <= max)?.id ?? 'nguy-hai';
