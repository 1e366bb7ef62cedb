import { type DestinationStream, pino, type Logger } from 'pino';
import { loggedError } from './logged-error.ts';

export type { Logger };

/**
 * One JSON line per event. It carries ids and codes, never patient data: what is not an id or a code is not logged. An
 * error goes under `err`, and is written without its words (`loggedError`).
 */
export function createLogger(
  level: string,
  destination: DestinationStream = pino.destination({ fd: 2, sync: true }),
): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: ['req.headers.cookie', 'cookie', 'token', 'email'], remove: true },
      serializers: { err: (error: unknown) => loggedError(error) },
      hooks: {
        // pino takes the words of an error that is logged without any of ours.
        logMethod([first, ...rest], method) {
          const isBare = rest.length === 0 && typeof first === 'object';
          method.apply(this, isBare ? [first, 'no message'] : [first, ...rest]);
        },
      },
    },
    destination,
  );
}
