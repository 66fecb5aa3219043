import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { packed } from './packed-arcs';

export interface Shapes {
  contains(code: string, lon: number, lat: number): boolean;
}

/** The polygons of a topology whose object `wards` names each commune by its `code`; undefined when there is none. */
export function shapesOf(boundaries: unknown): Shapes | undefined {
  if (!boundaries) return undefined;
  const topology = boundaries as Topology<{ wards: GeometryCollection<{ code: string }> }>;
  const byCode = new Map(
    topology.objects.wards.geometries.map((each) => [(each.properties as { code: string }).code, each]),
  );
  const { transform } = topology;
  // The lines as they were read take ten times the room; only those of one commune are unpacked at a time.
  const lines = packed(topology.arcs, transform !== undefined);
  return {
    contains(code, lon, lat) {
      const geometry = byCode.get(code);
      if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return false;
      const arcs = lines.unpacked((geometry.arcs as unknown[]).flat(Infinity) as number[]);
      const part: Topology = { type: 'Topology', objects: {}, arcs, ...(transform && { transform }) };
      return booleanPointInPolygon([lon, lat], feature(part, geometry) as Feature<Polygon | MultiPolygon>);
    },
  };
}
