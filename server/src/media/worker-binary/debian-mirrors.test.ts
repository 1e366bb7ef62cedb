import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { debianMirrors, mirrorsAmong, parseDeb822Sources, parseOneLineSources } from './debian-mirrors.ts';

const oneLine = `
# deb http://commented.example/debian bookworm main
deb [arch=amd64 signed-by=/usr/share/keyrings/x.gpg] http://mirror.example/debian bookworm main contrib # near
deb http://mirror.example/debian-security bookworm-security main
deb-src http://sources.example/debian bookworm main
deb cdrom:[Debian_GNU/Linux]/ bookworm main
deb https://database.example/apt bookworm-pgdg main
deb https://containers.example/linux/debian bookworm stable
`;

const deb822 = `# a comment
Types: deb deb-src
URIs: http://first.example/debian
 http://second.example/debian
# between
Suites: bookworm bookworm-updates
Components: main
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----
 .
 abc
 -----END PGP PUBLIC KEY BLOCK-----

Enabled: no
Types: deb
URIs: http://disabled.example/debian
Suites: bookworm
Components: main

Types: deb-src
URIs: http://sources.example/debian
Suites: bookworm
Components: main
`;

test('one line each: only the main archive of this suite', () => {
  assert.equal(mirrorsAmong(parseOneLineSources(oneLine), 'bookworm'), ['http://mirror.example/debian']);
});

test('deb822: several addresses over several lines; what is disabled or sources only is left', () => {
  assert.equal(mirrorsAmong(parseDeb822Sources(deb822), 'bookworm'), [
    'http://first.example/debian',
    'http://second.example/debian',
  ]);
});

test('both kinds of files are read, each mirror once, other files ignored', async () => {
  const apt = mkdtempSync(join(tmpdir(), 'concertation-apt-'));
  mkdirSync(join(apt, 'sources.list.d'));
  writeFileSync(join(apt, 'sources.list'), 'deb http://second.example/debian bookworm main\n');
  writeFileSync(join(apt, 'sources.list.d', 'debian.sources'), deb822);
  writeFileSync(join(apt, 'sources.list.d', 'old.list.save'), 'deb http://old.example/debian bookworm main\n');
  try {
    assert.equal(await debianMirrors('bookworm', apt), ['http://second.example/debian', 'http://first.example/debian']);
    assert.equal(await debianMirrors('bookworm', join(apt, 'nowhere')), []);
  } finally {
    rmSync(apt, { recursive: true });
  }
});

test.run();
