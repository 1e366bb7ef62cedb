import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration } from '../src/config/index.ts';
import { type MediaParts, type RunningServer, startServer } from '../src/context.ts';
import { createLogger } from '../src/lib/index.ts';

export type TestServer = RunningServer & { dataDirectory: string };

/**
 * The real product on a free port, with its own PostgreSQL in a directory of its own; `stop` removes it. It carries no
 * call unless asked: an engine handed in, or `MEDIA_OFF: '0'` for the real one.
 */
export async function startTestServer(
  environment: Record<string, string> = {},
  parts: MediaParts = {},
): Promise<TestServer> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'concertation-test-'));
  const { configuration, secrets } = readConfiguration({
    NODE_ENV: 'test',
    PORT: '0',
    DATA_DIR: dataDirectory,
    MEDIA_OFF: '1',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
    ...environment,
  });
  const server = await startServer(configuration, secrets, createLogger(configuration.logLevel), undefined, parts);
  return {
    ...server,
    dataDirectory,
    stop: async () => {
      await server.stop();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}
