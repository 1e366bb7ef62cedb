// The product itself, with the rights, the journal and the audit on, as `npm start` runs it.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAccount } from '../../../src/auth/index.ts';
import { openCase } from '../../../src/cases/index.ts';
import { readConfiguration } from '../../../src/config/index.ts';
import { startServer } from '../../../src/context.ts';
import { createLogger } from '../../../src/lib/index.ts';
import { appendHistory } from '../append-history.ts';
import { pinToCore, serveTarget } from './serve.ts';

pinToCore();
const [port, socketDirectory, again] = process.argv.slice(2);
const { configuration, secrets } = readConfiguration({
  NODE_ENV: 'test',
  PORT: port,
  DATA_DIR: mkdtempSync(join(tmpdir(), 'concertation-bench-target-')),
  DATABASE_URL: `postgres://app@localhost/postgres?host=${socketDirectory}`,
  DEMONSTRATION: '0',
  MEDIA_OFF: '1',
  LOG_LEVEL: 'error',
  SYNC_CONNECTIONS_PER_ACCOUNT: '2000',
});
const server = await startServer(configuration, secrets, createLogger('error'));
const { database, sessions } = server.services;

const identity = { title: 'Dr', givenName: 'Banc', familyName: 'Essai', specialty: 'Oncologie médicale' } as const;
const email = `bench-${Date.now()}@example.org`;
const accountId = await database.transaction((tx) => createAccount(tx, { ...identity, email }));
const { cookie } = await database.transaction((tx) =>
  sessions.open(tx, { accountId, means: 'demonstration', device: 'bench', replaces: null }),
);
const principal = {
  accountId,
  sessionId: accountId,
  name: 'Dr Banc Essai',
  specialty: identity.specialty,
  guestOf: null,
};

const letters = (index: number) =>
  String.fromCharCode(65 + (index % 26)) + String.fromCharCode(65 + (Math.floor(index / 26) % 26));
async function openDocument(index: number): Promise<string> {
  const patient = {
    birthName: `BANC ${letters(index)}`,
    birthGivenName: 'ESSAI',
    birthDate: '1970-01-01',
    sex: 'F',
    usedName: null,
    usedGivenName: null,
  } as const;
  const { caseId } = await openCase(server.services, principal, { identity: patient, homonym: true, referentId: null });
  return `case:${caseId}`;
}
const documents: string[] = [];
if (!again) for (let index = 0; index < 80; index += 1) documents.push(await openDocument(index));

serveTarget(
  { port: server.port, cookie: cookie.split(';')[0] as string, documents },
  {
    history: async (edits) => {
      const name = await openDocument(100 + edits);
      await appendHistory(database, server.services.log, name, accountId, edits);
      return name;
    },
    stop: server.stop,
  },
);
