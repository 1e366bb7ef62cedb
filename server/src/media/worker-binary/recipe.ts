import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds what is ours in the build: one patch for each version of mediasoup, and meson subprojects. */
export const recipeDirectory = fileURLToPath(new URL('../../../native/mediasoup-worker', import.meta.url));

/** The patch for this version of mediasoup, or null: without one, a version is not built. */
export function patchFor(version: string): string | null {
  const path = join(recipeDirectory, `mediasoup-${version}.patch`);
  return existsSync(path) ? path : null;
}

/** Twelve hexadecimal digits that change when what is built changes. Its README changes nothing. */
export function recipeHash(system: string): string {
  const hash = createHash('sha256').update(system);
  for (const file of globSync('**/*.{patch,build,txt}', { cwd: recipeDirectory }).toSorted())
    hash.update(`\n${file}\n`).update(readFileSync(join(recipeDirectory, file)));
  return hash.digest('hex').slice(0, 12);
}
