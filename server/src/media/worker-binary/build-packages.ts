import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Debian's packages, by the program that each brings. */
const programs: Record<string, string> = {
  meson: 'meson',
  ninja: 'ninja-build',
  'g++': 'g++',
  strip: 'binutils',
  'pkg-config': 'pkg-config',
  patch: 'patch',
  flatc: 'flatbuffers-compiler',
  tar: 'tar',
  xz: 'xz-utils',
};

/** And by the name under which pkg-config knows the library. */
const libraries: Record<string, string> = {
  flatbuffers: 'libflatbuffers-dev',
  absl_flat_hash_map: 'libabsl-dev',
  openssl: 'libssl-dev',
  libuv: 'libuv1-dev',
  libsrtp2: 'libsrtp2-dev',
};

/** Knows the keys that sign Debian's archive. */
export const debianKeyring = '/usr/share/keyrings/debian-archive-keyring.gpg';

const succeeds = (command: string, commandArguments: string[]) =>
  new Promise<boolean>((done) => {
    execFile(command, commandArguments, { timeout: 20_000 }, (error) => done(error === null));
  });

async function missingAmong(packages: Record<string, string>, isThere: (name: string) => Promise<boolean>) {
  const found = await Promise.all(
    Object.entries(packages).map(async ([name, packageName]) => ((await isThere(name)) ? [] : [packageName])),
  );
  return found.flat();
}

/** Debian's packages that the build needs and this machine lacks. */
export async function missingBuildPackages(): Promise<string[]> {
  return [
    ...(await missingAmong(programs, (program) => succeeds(program, ['--version']))),
    ...(await missingAmong(libraries, (library) => succeeds('pkg-config', ['--exists', library]))),
    ...(existsSync(debianKeyring) ? [] : ['debian-archive-keyring']),
  ];
}

/** The line that installs them. */
export const aptLine = (packages: string[]) => `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
