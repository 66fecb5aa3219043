import { type Grant, NoGrant } from './options';

/** The right to act for the OA, kept for all processes together. */
export function zaloGrant(): Grant {
  const none = (): Promise<never> => Promise.reject(new NoGrant('no consent yet'));
  return { token: none, another: none };
}
