import { readFile } from 'node:fs/promises';

/** The system a worker is built for, as /etc/os-release names it; `codename` is what its package suites are called. */
export type Distribution = { id: string; version: string; codename: string };

/** Reads the fields of an os-release file. A field that is not there is empty. */
export function parseDistribution(text: string): Distribution {
  const field = (name: string) => new RegExp(`^${name}=["']?([^"'\\n]*)`, 'm').exec(text)?.[1] ?? '';
  return { id: field('ID'), version: field('VERSION_ID'), codename: field('VERSION_CODENAME') };
}

/** This machine's distribution; where there is no os-release, all is empty but the platform's name. */
export async function readDistribution(): Promise<Distribution> {
  try {
    return parseDistribution(await readFile('/etc/os-release', 'utf8'));
  } catch {
    return { id: process.platform, version: '', codename: '' };
  }
}
