// `npm run seed -- --size large`: fills an empty product's database with invented data, to try it at the size of a
// region. The product must be stopped; it is then started as usual.
import { parseArgs } from 'node:util';
import { accounts } from '@concertation/schema';
import { readConfiguration } from '../../src/config/index.ts';
import { Database } from '../../src/database/index.ts';
import { createLogger } from '../../src/lib/index.ts';
import { generate } from './generate.ts';
import { type Size, sizes } from './sizes.ts';

const { values } = parseArgs({ options: { size: { type: 'string', default: 'small' } } });
const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  if (!(values.size in sizes)) throw new Error(`--size : ${Object.keys(sizes).join(' ou ')}.`);
  const { configuration } = readConfiguration(process.env);
  if (configuration.production) throw new Error('Des données inventées n’entrent jamais dans une base de production.');
  const database = await Database.open({
    source: configuration.database,
    dataDirectory: configuration.dataDirectory,
    connections: 2,
    log: createLogger('error'),
  });
  try {
    if ((await database.db.$count(accounts)) > 20)
      throw new Error('Cette base a déjà été remplie : donnez un autre DATA_DIR.');
    await generate(database, values.size as Size, say);
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
