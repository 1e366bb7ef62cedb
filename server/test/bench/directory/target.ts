// The product on the directory that was imported, for people who search.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration } from '../../../src/config/index.ts';
import { startServer } from '../../../src/context.ts';
import { createLogger } from '../../../src/lib/index.ts';
import type { DirectoryReady } from './messages.ts';

const [url = ''] = process.argv.slice(2);
const directory = mkdtempSync(join(tmpdir(), 'concertation-bench-directory-'));
const { configuration, secrets } = readConfiguration({
  NODE_ENV: 'test',
  PORT: '0',
  DATA_DIR: directory,
  DATABASE_URL: url,
  DEMONSTRATION: '0',
  MEDIA_OFF: '1',
  LOG_LEVEL: 'error',
  REQUESTS_PER_MINUTE: '1000000',
});
const server = await startServer(configuration, secrets, createLogger('error'));
process.on('SIGTERM', () => {
  void server.stop().then(() => {
    rmSync(directory, { recursive: true, force: true });
    process.exit(0);
  });
});
process.send?.({ type: 'ready', port: server.port } satisfies DirectoryReady);
