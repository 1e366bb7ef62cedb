import { forgetSecrets, readConfiguration } from './config/index.ts';
import { prepareWorkerBinary } from './media/index.ts';

/**
 * `npm run media:prepare`: makes the media worker ready before anybody starts the product. Says its steps on standard
 * error and the worker's path, alone, on standard output. Exit code 1, with the reason, when there is none.
 */
async function main(): Promise<void> {
  const { media } = readConfiguration(process.env).configuration;
  // What is built from sources is built without them.
  forgetSecrets(process.env);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop.abort());
  let said = '';
  const result = await prepareWorkerBinary({
    given: media.workerBin,
    cacheDirectory: media.cacheDirectory,
    signal: stop.signal,
    tell: (step, percent) => {
      const line = percent === null ? step : `${step} : ${Math.floor(percent / 10) * 10} %`;
      if (line !== said) process.stderr.write(`${line}\n`);
      said = line;
    },
  });
  if (result.kind === 'ready') process.stdout.write(`${result.path}\n`);
  else {
    process.stderr.write(`${result.reason}\n`);
    process.exitCode = 1;
  }
}

await main();
