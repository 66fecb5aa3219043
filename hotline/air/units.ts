import type { Pollutant } from './scale';

/** Grams of a mole. */
const MOLAR_MASS: Readonly<Partial<Record<Pollutant, number>>> = {
  O3: 47.998,
  NO2: 46.006,
  SO2: 64.066,
  CO: 28.01,
};
/** Litres of a mole of gas at 25 °C and 1 atm, the state to which parts by volume are converted. */
const MOLAR_VOLUME = 24.45;

/** A concentration in µg/m³; undefined for a unit that nobody knows, or that makes no sense for dust. */
export function micrograms(pollutant: Pollutant, value: number, unit: string): number | undefined {
  switch (unit.replace('μ', 'µ').replace(/³|\^3/, '3').toLowerCase()) {
    case 'µg/m3':
    case 'ug/m3':
      return value;
    case 'mg/m3':
      return value * 1_000;
    case 'ppb':
      return fromParts(pollutant, value);
    case 'ppm':
      return fromParts(pollutant, value * 1_000);
    default:
      return undefined;
  }
}

function fromParts(pollutant: Pollutant, ppb: number): number | undefined {
  const mass = MOLAR_MASS[pollutant];
  return mass === undefined ? undefined : (ppb * mass) / MOLAR_VOLUME;
}
