import type { Place } from '../outbox/message';

const WITHIN_MS = 15_000;
const DENIED = 1;

/** Where the device is, about a metre exact; else why not. Asked only after a click. */
export function locate(): Promise<Place | 'denied' | 'failed' | 'missing'> {
  if (!('geolocation' in navigator) || !isSecureContext) return Promise.resolve('missing');
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ latitude: round(coords.latitude), longitude: round(coords.longitude) }),
      ({ code }) => resolve(code === DENIED ? 'denied' : 'failed'),
      { enableHighAccuracy: true, timeout: WITHIN_MS, maximumAge: 60_000 },
    );
  });
}

function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
