import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One address that apt's sources name, with what it is used for. */
export type Source = { uri: string; suite: string; components: string[] };

/** Reads apt's one-line format (`deb [options] uri suite component…`). */
export function parseOneLineSources(text: string): Source[] {
  return text.split('\n').flatMap((line) => {
    const [, uri, suite, components] =
      /^\s*deb\s+(?:\[[^\]]*\]\s+)?(\S+)\s+(\S+)\s+([^#]*)/.exec(line) ?? ([] as string[]);
    return uri && suite && components ? [{ uri, suite, components: components.trim().split(/\s+/) }] : [];
  });
}

/** Reads apt's deb822 format: stanzas of fields, each of which may go on over indented lines. */
export function parseDeb822Sources(text: string): Source[] {
  const stanzas = text
    .replace(/^#.*\n?/gm, '')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n\s*\n/);
  return stanzas.flatMap((stanza) => {
    const words = (name: string) =>
      new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(stanza)?.[1]?.trim().split(/\s+/).filter(Boolean) ?? [];
    if (!words('Types').includes('deb') || words('Enabled')[0]?.toLowerCase() === 'no') return [];
    const components = words('Components');
    return words('URIs').flatMap((uri) => words('Suites').map((suite) => ({ uri, suite, components })));
  });
}

/** The addresses from which this system takes Debian's main archive, in the order in which apt's sources name them. */
export function mirrorsAmong(sources: Source[], codename: string): string[] {
  const main = sources.filter(({ suite, components }) => suite === codename && components.includes('main'));
  return [...new Set(main.map(({ uri }) => uri).filter((uri) => !uri.startsWith('cdrom:')))];
}

/** Debian's mirrors of this machine; none when apt has no sources. `directory` is apt's. */
export async function debianMirrors(codename: string, directory = '/etc/apt'): Promise<string[]> {
  const parts = join(directory, 'sources.list.d');
  const names = await readdir(parts).catch(() => []);
  const files = [
    join(directory, 'sources.list'),
    ...names.toSorted((left, right) => left.localeCompare(right)).map((name) => join(parts, name)),
  ];
  const sources = await Promise.all(
    files.map(async (file) => {
      if (!/\.(list|sources)$/.test(file)) return [];
      const text = await readFile(file, 'utf8').catch(() => '');
      return file.endsWith('.sources') ? parseDeb822Sources(text) : parseOneLineSources(text);
    }),
  );
  return mirrorsAmong(sources.flat(), codename);
}
