import { pino, type Logger } from 'pino';

export type { Logger };

/** One JSON line per event. It carries ids and codes, never patient data: what is not an id or a code is not logged. */
export function createLogger(level: string): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: ['req.headers.cookie', 'cookie', 'token', 'email'], remove: true },
    },
    pino.destination({ fd: 2, sync: true }),
  );
}
