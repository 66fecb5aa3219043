import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
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
  let read: { shapes: Shapes | undefined } | undefined;

  return (lat, lon) => {
    read ??= { shapes: shapesOf(boundaries()) };
    const { shapes } = read;
    const boxed = communes.filter(
      ({ bbox }) => lon >= bbox[0] && lat >= bbox[1] && lon <= bbox[2] && lat <= bbox[3],
    );
    const inside = boxed.find(({ code }) => shapes?.contains(code, lon, lat));
    if (inside) return { commune: inside, inside: true };
    const nearest = shapes ? nearestTo(communes, lat, lon, NEAR_KM) : nearestTo(boxed, lat, lon, Infinity);
    return nearest && { commune: nearest, inside: false };
  };
}

interface Shapes {
  contains(code: string, lon: number, lat: number): boolean;
}

function shapesOf(boundaries: unknown): Shapes | undefined {
  if (!boundaries) return undefined;
  const topology = boundaries as Topology<{ wards: GeometryCollection<{ code: string }> }>;
  const byCode = new Map(
    topology.objects.wards.geometries.map((each) => [(each.properties as { code: string }).code, each]),
  );
  return {
    contains(code, lon, lat) {
      const geometry = byCode.get(code);
      if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return false;
      const shape = feature(topology, geometry) as Feature<Polygon | MultiPolygon>;
      return booleanPointInPolygon([lon, lat], shape);
    },
  };
}

function nearestTo(
  communes: readonly Commune[],
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
