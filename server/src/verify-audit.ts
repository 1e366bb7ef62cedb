import { Audit } from './audit/index.ts';
import { readConfiguration } from './config/index.ts';
import { Database } from './database/index.ts';
import { createLogger } from './lib/index.ts';

/** `npm run audit:verify`: walks the audit's chain, beside a running product or alone. Exit code 1 when it is broken. */
async function main(): Promise<void> {
  const { configuration, secrets } = readConfiguration(process.env);
  const database = await Database.open({
    source: configuration.database,
    dataDirectory: configuration.dataDirectory,
    connections: 2,
    log: createLogger('error'),
    beside: true,
  });
  try {
    const { rows, brokenAt } = await new Audit(secrets.auditKey).verify(database.db);
    if (brokenAt === null) process.stdout.write(`Journal d’audit intact : ${rows} lignes vérifiées.\n`);
    else {
      process.stdout.write(
        `Journal d’audit ALTÉRÉ à la position ${brokenAt} : une ligne a été modifiée ou supprimée.\n`,
      );
      process.exitCode = 1;
    }
  } finally {
    await database.close();
  }
}

await main();
