import { randomBytes, randomInt } from 'node:crypto';

/** Eighteen or nineteen digits: more than a number of JavaScript holds, and always a string. */
export const longId = () => `${randomInt(1, 10)}${digits()}${digits()}${digits()}`;

const digits = () => String(randomInt(1_000_000)).padStart(6, '0');

export const messageId = () => randomBytes(10).toString('hex');

/** Tokens, codes and ids of assets: opaque. */
export const opaque = (bytes: number) => randomBytes(bytes).toString('base64url');
