import { ConfigurationError, forgetSecrets, readConfiguration } from './config/index.ts';
import { startServer } from './context.ts';
import { createLogger, logUnexpected } from './lib/index.ts';

async function main(): Promise<void> {
  const { configuration, secrets } = readConfiguration(process.env);
  forgetSecrets(process.env);
  const log = createLogger(configuration.logLevel);
  logUnexpected(log);
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const server = await startServer(configuration, secrets, log, (step) => say(`Concertation : ${step}…`));
  say(`Concertation est prête : ${server.origin}`);

  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    say(`Concertation s’arrête (${signal})…`);
    await server.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(signal));
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof ConfigurationError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = 1;
});
