import type { Given } from './variables';
import { present } from './present';

/** Who is asked about the air; each absent one is not. */
export interface AirConfig {
  /** A station within so many kilometres tells of a place. */
  nearKm: number;
  openAq?: { root: string; key: string };
  openMeteo?: { root: string };
  envisoft?: { root: string };
}

export function airOf(given: Given): AirConfig {
  const { OPENAQ_API_KEY: key, OPENAQ_ROOT, OPEN_METEO, OPEN_METEO_ROOT, ENVISOFT, ENVISOFT_ROOT } = given;
  return {
    nearKm: given.AIR_STATION_KM,
    ...present({
      openAq: key ? { root: OPENAQ_ROOT, key } : undefined,
      openMeteo: OPEN_METEO === 'on' ? { root: OPEN_METEO_ROOT } : undefined,
      envisoft: ENVISOFT === 'on' ? { root: ENVISOFT_ROOT } : undefined,
    }),
  };
}
