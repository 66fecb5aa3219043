import type { Activity } from '../hotline/activity';
import type { TicketFile } from '../hotline/ticket/ticket';

/** What was typed, or what a button of a card sends. */
export function textOf(activity: Activity | undefined): string {
  if (activity?.text?.trim()) return activity.text.trim();
  return typeof activity?.value === 'string' ? activity.value.trim() : '';
}

/** Files that came along, by what the store calls them. */
export function filesOf(activity: Activity | undefined): TicketFile[] {
  return (activity?.attachments ?? []).flatMap(({ fileId, name, contentType, size }) =>
    fileId === undefined ? [] : [{ id: fileId, name: name ?? 'tệp', type: contentType, size: size ?? 0 }],
  );
}

/** The position that was sent, in degrees; null: none, or none that can be read. */
export function pointOf(activity: Activity | undefined): { lat: number; lon: number } | null {
  const entity = activity?.entities?.find(({ type }) => type === 'GeoCoordinates');
  const [latitude, longitude] = [entity?.['latitude'], entity?.['longitude']];
  return typeof latitude === 'number' && typeof longitude === 'number'
    ? { lat: latitude, lon: longitude }
    : null;
}
