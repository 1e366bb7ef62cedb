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
  const programs = { pdfsig: 'poppler-utils', pdftotext: 'poppler-utils', qpdf: 'qpdf', openssl: 'openssl' };
  const missing = new Set(Object.entries(programs).flatMap(([program, name]) => (onPath(program) ? [] : [name])));
  if (!findChromium()) missing.add('chromium');
  if (missing.size > 0 && !installPackages([...missing]))
    throw new Error(
      `Il manque des programmes : installez ${[...missing].join(', ')} (sous Debian : apt-get install ${[...missing].join(' ')}), ou réglez CHROMIUM.`,
    );
  const chromium = findChromium();
  if (!chromium) throw new Error('Aucun Chromium : installez-le, ou donnez son chemin par CHROMIUM.');
  return { CHROMIUM: chromium };
}
