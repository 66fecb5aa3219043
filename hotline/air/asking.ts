import type { AirSource, Reading } from './source';

/** How long a source may take, all its calls together. */
const PATIENCE_MS = 5_000;

export interface AskingParts {
  onError: (error: unknown, source: string) => void;
  patienceMs?: number;
}

/** Asks a source; one that fails is told of, and is as one that is not there. */
export async function readingsOf(
  source: AirSource,
  ask: (signal: AbortSignal) => Promise<Reading[]>,
  { onError, patienceMs = PATIENCE_MS }: AskingParts,
): Promise<Reading[] | undefined> {
  try {
    return await ask(AbortSignal.timeout(patienceMs));
  } catch (error) {
    onError(error, source.name);
    return undefined;
  }
}
