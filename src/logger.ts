import { pino } from 'pino';

/**
 * What modules log through: ids, counts, names and durations. Never message text, phone numbers, ids of cards or
 * tokens. ERROR means that a person must act now; everything less is WARN or below.
 */
export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
  child(fields: object): Logger;
}

/** Field names whose values are always redacted, as a second safeguard behind the rule above. */
const redactedNames = [
  'text',
  'phone',
  'body',
  'token',
  'accessToken',
  'refreshToken',
  'access_token',
  'refresh_token',
  'secret_key',
  'appsecret_proof',
  'authorization',
  'password',
];

/**
 * @param level pino's names: trace, debug, info, warn, error, silent
 * @param destination where lines go; standard output unless given (tests pass a stream)
 */
export function createLogger(level: string, destination?: { write(line: string): void }): Logger {
  const options = {
    level,
    base: null,
    redact: {
      paths: redactedNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
      censor: '[removed]',
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

export const silentLogger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => silentLogger,
};
