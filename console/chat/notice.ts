/**
 * Version of the privacy notice that this page shows (console/privacy.html carries the same).
 * It goes with each message, so that the log tells what the citizen had been told. Raise it whenever the notice
 * changes in meaning.
 */
export const NOTICE_VERSION = '2026-11.2';

/** Where the notice is read. */
export const NOTICE_PATH = '/quyen-rieng-tu';
