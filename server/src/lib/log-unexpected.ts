import type { Logger } from './logger.ts';

/**
 * What nobody caught ends this process, as Node would, but in the log's own way: Node prints the words of the error, which
 * may quote a patient's data.
 */
export function logUnexpected(log: Logger): void {
  // A rejection that nobody handles comes here too.
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'unexpected error, stopping');
    process.exit(1);
  });
}
