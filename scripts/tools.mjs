// Finds the programs that the tests need beside Node, installing Debian's packages when it may (root on Debian).
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

const onPath = (program) => {
  const found = spawnSync('which', [program], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.trim() : null;
};

function playwrightChromium() {
  const path = createRequire(new URL('../web/package.json', import.meta.url))(
    '@playwright/test',
  ).chromium.executablePath();
  return existsSync(path) ? path : null;
}

const findChromium = () =>
  process.env.CHROMIUM ||
  onPath('chromium') ||
  onPath('chromium-browser') ||
  onPath('google-chrome') ||
  playwrightChromium();

let updated = false;
function installPackages(packages) {
  if (process.getuid?.() !== 0 || !onPath('apt-get')) return false;
  console.log(`installation des paquets Debian : ${packages.join(' ')}…`);
  const options = { stdio: ['ignore', 'ignore', 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  if (!updated) updated = spawnSync('apt-get', ['update', '-qq'], options).status === 0;
  return spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options).status === 0;
}

/** Returns the environment that names the tools, or throws one line that says what to do. */
export function findTools() {
  const programs = {
    pdfsig: 'poppler-utils',
    pdftotext: 'poppler-utils',
    qpdf: 'qpdf',
    openssl: 'openssl',
    turnserver: 'coturn',
    dovecot: 'dovecot-imapd',
    unzip: 'unzip',
    java: 'default-jre-headless',
  };
  const missing = new Set(Object.entries(programs).flatMap(([program, name]) => (onPath(program) ? [] : [name])));
  if (!process.env.PREFLIGHT)
    for (const [jar, name] of Object.entries({ preflight: 'libpdfbox2-java', 'jaxb-api': 'libjaxb-api-java' }))
      if (!existsSync(`/usr/share/java/${jar}.jar`)) missing.add(name);
  if (!findChromium()) missing.add('chromium');
  if (missing.size > 0 && !installPackages([...missing]))
    throw new Error(
      `Il manque des programmes : installez ${[...missing].join(', ')} (sous Debian : apt-get install ${[...missing].join(' ')}), ou réglez CHROMIUM et PREFLIGHT.`,
    );
  const chromium = findChromium();
  if (!chromium) throw new Error('Aucun Chromium : installez-le, ou donnez son chemin par CHROMIUM.');
  return { CHROMIUM: chromium };
}

/**
 * Makes the media worker ready, however long it takes, and returns the environment that names it. Where it can be neither
 * found nor downloaded, what its build lacks is installed like the other tools. Throws the reason when there is none.
 */
export async function findMediaWorker() {
  const { readConfiguration } = await import('../server/src/config/index.ts');
  const { prepareWorkerBinary } = await import('../server/src/media/index.ts');
  const { MEDIASOUP_WORKER_BIN, MEDIA_CACHE_DIR, XDG_CACHE_HOME } = process.env;
  const { media } = readConfiguration({ MEDIASOUP_WORKER_BIN, MEDIA_CACHE_DIR, XDG_CACHE_HOME }).configuration;
  let said = '';
  const tell = (step, percent) => {
    const line = percent === null ? step : `${step} : ${Math.floor(percent / 10) * 10} %`;
    if (line !== said) console.log(line);
    said = line;
  };
  const prepare = () => prepareWorkerBinary({ given: media.workerBin, cacheDirectory: media.cacheDirectory, tell });
  let result = await prepare();
  if (result.kind === 'unavailable' && result.missingPackages.length > 0 && installPackages(result.missingPackages))
    result = await prepare();
  if (result.kind === 'unavailable') throw new Error(result.reason);
  return { MEDIASOUP_WORKER_BIN: result.path };
}
