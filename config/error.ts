/** A variable has a wrong value: `message` is one line that names it and says what is expected. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}
