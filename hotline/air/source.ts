import type { Pollutant } from './scale';

/** Where somebody asks about the air: never more exact than a commune. */
export interface Point {
  lat: number;
  lon: number;
}

export interface Station extends Point {
  id: string;
  name: string;
}

/** One value of one hour, from whoever measures or computes it. */
export interface Reading {
  /** `VN_AQI`: the source tells the index itself. */
  pollutant: Pollutant | 'VN_AQI';
  value: number;
  /** As the source has it: `µg/m³`, `ppb` … */
  unit: string;
  /** The end of its hour. */
  observedAt: Date;
  kind: 'measurement' | 'model';
  source: string;
  /** Whom to name beside it. */
  attribution: string;
  /** Absent for a model. */
  station?: Station;
}

/** Somebody who knows about the air. */
export interface AirSource {
  readonly name: string;
  /** Whether it measures or computes. */
  readonly kind: Reading['kind'];
  /**
   * The readings of the last hours at and around a point.
   * @throws when it cannot be reached, answers nonsense, or `signal` says that it takes too long
   */
  near(point: Point, now: Date, signal: AbortSignal): Promise<Reading[]>;
  /** What is expected of the hours to come, until tomorrow ends. Absent: it does not look ahead. @throws the same */
  ahead?(this: void, point: Point, now: Date, signal: AbortSignal): Promise<Reading[]>;
}

const EARTH_KM = 6_371;

/** Kilometres between two points. */
export function kilometres(a: Point, b: Point): number {
  const half = (from: number, to: number): number => Math.sin(radians(to - from) / 2) ** 2;
  const chord = half(a.lat, b.lat) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(a.lon, b.lon);
  return 2 * EARTH_KM * Math.asin(Math.sqrt(chord));
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
