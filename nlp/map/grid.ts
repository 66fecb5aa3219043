import type { Commune } from '../types';

/** The side of a cell in degrees: some 28 km, more than any point is looked around for. */
const CELL = 0.25;

/** Communes by the cells of a grid that their boxes touch. */
export function communeGrid(communes: readonly Commune[]) {
  const cells = new Map<string, Commune[]>();
  for (const commune of communes) {
    const [west, south, east, north] = commune.bbox;
    for (let x = cellOf(west); x <= cellOf(east); x++)
      for (let y = cellOf(south); y <= cellOf(north); y++) {
        const here = cells.get(`${x} ${y}`);
        if (here) here.push(commune);
        else cells.set(`${x} ${y}`, [commune]);
      }
  }

  return {
    /** Those in whose box a point lies. */
    boxed(lat: number, lon: number): Commune[] {
      const here = cells.get(`${cellOf(lon)} ${cellOf(lat)}`) ?? [];
      return here.filter(({ bbox }) => lon >= bbox[0] && lat >= bbox[1] && lon <= bbox[2] && lat <= bbox[3]);
    },

    /** Those in the cell of a point and the eight about it. */
    around(lat: number, lon: number): Set<Commune> {
      const near = new Set<Commune>();
      for (const east of [-1, 0, 1])
        for (const north of [-1, 0, 1])
          for (const commune of cells.get(`${cellOf(lon) + east} ${cellOf(lat) + north}`) ?? [])
            near.add(commune);
      return near;
    },
  };
}

const cellOf = (degrees: number): number => Math.floor(degrees / CELL);
