import type { WireActivity } from '../directline/wire';
import type { Place } from '../outbox/message';

/** The place that a message carries, if it carries one. */
export function placeOf({ entities }: Pick<WireActivity, 'entities'>): Place | undefined {
  const entity = Array.isArray(entities) ? entities.find(({ type }) => type === 'GeoCoordinates') : undefined;
  const { latitude, longitude } = entity ?? { latitude: undefined, longitude: undefined };
  return typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : undefined;
}

/** "21,0285; 105,8542": ten metres is as exact as anybody reads. */
export function coordinates({ latitude, longitude }: Place): string {
  return [latitude, longitude].map((degrees) => degrees.toFixed(4).replace('.', ',')).join('; ');
}
