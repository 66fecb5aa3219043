import { communeGrid } from './map/grid';
import { shapesOf, type Shapes } from './map/shapes';
import type { Commune } from './types';

/** A point in no polygon is given to a commune whose centre is at most this far. */
const NEAR_KM = 3;
const KM_PER_DEGREE = 111.32;

export interface FoundCommune {
  commune: Commune;
  /** False: by nearness only; the citizen should confirm. */
  inside: boolean;
}

export type CommuneAt = (lat: number, lon: number) => FoundCommune | undefined;

/**
 * Which commune a point lies in. Boxes choose the candidates, polygons decide; without polygons, or just outside
 * of all (a jetty, a river mouth), the nearest centre. The boundaries are read when the first point comes.
 */
export function communeFinder(communes: readonly Commune[], boundaries: () => unknown): CommuneAt {
  let read: { shapes: Shapes | undefined; grid: ReturnType<typeof communeGrid> } | undefined;

  return (lat, lon) => {
    read ??= { shapes: shapesOf(boundaries()), grid: communeGrid(communes) };
    const { shapes, grid } = read;
    const boxed = grid.boxed(lat, lon);
    const inside = boxed.find(({ code }) => shapes?.contains(code, lon, lat));
    if (inside) return { commune: inside, inside: true };
    const nearest = shapes
      ? nearestTo(grid.around(lat, lon), lat, lon, NEAR_KM)
      : nearestTo(boxed, lat, lon, Infinity);
    return nearest && { commune: nearest, inside: false };
  };
}

function nearestTo(
  communes: Iterable<Commune>,
  lat: number,
  lon: number,
  within: number,
): Commune | undefined {
  let best: { commune: Commune; km: number } | undefined;
  for (const commune of communes) {
    const east = (commune.lon - lon) * Math.cos((lat * Math.PI) / 180);
    const km = Math.hypot(commune.lat - lat, east) * KM_PER_DEGREE;
    if (!best || km < best.km) best = { commune, km };
  }
  return best && best.km <= within ? best.commune : undefined;
}
