import { makeAdministrator } from './administration/index.ts';
import { Audit } from './audit/index.ts';
import { readConfiguration } from './config/index.ts';
import { Database } from './database/index.ts';
import { AppError, createLogger } from './lib/index.ts';

const refusals: Record<string, string> = {
  not_found: 'Aucun compte n’a cette adresse. Inscrivez-vous d’abord, et confirmez votre adresse par le lien reçu.',
  wrong_state: 'Ce compte est suspendu.',
  rpps_taken: 'Un autre compte vérifié porte déjà le numéro RPPS de ce compte.',
};

/**
 * `npm run administrator -- E-MAIL`: makes an account the administrator of the installation, beside a running product or
 * alone. The account is validated by it: of the first one, nobody else could. Exit code 1 when it is refused.
 */
async function main(): Promise<void> {
  const email = process.argv[2]?.trim().toLowerCase();
  if (!email) {
    process.stdout.write('Usage : npm run administrator -- ADRESSE-E-MAIL\n');
    process.exitCode = 2;
    return;
  }
  const { configuration, secrets } = readConfiguration(process.env);
  const database = await Database.open({
    source: configuration.database,
    dataDirectory: configuration.dataDirectory,
    connections: 2,
    log: createLogger('error'),
    beside: true,
  });
  try {
    const { name, already } = await makeAdministrator({ database, audit: new Audit(secrets.auditKey) }, email);
    process.stdout.write(
      already ? `${name} administre déjà cette installation.\n` : `${name} administre désormais cette installation.\n`,
    );
  } catch (error) {
    const refusal = error instanceof AppError ? refusals[error.code] : undefined;
    if (!refusal) throw error;
    process.stdout.write(`${refusal}\n`);
    process.exitCode = 1;
  } finally {
    await database.close();
  }
}

await main();
