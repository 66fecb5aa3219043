import { endAll } from '../../tests/system';

/** Runs a benchmark; one that breaks says why and fails, and nothing that it started is left. */
export function untilTheEnd(main: () => Promise<void>): void {
  void main()
    .catch((error: unknown) => {
      console.error(error);
      process.exitCode = 1;
    })
    .finally(async () => {
      await endAll();
      process.exit();
    });
}
