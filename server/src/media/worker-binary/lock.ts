import { randomUUID } from 'node:crypto';
import { mkdir, readFile, readlink, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { pause } from '../../lib/index.ts';

/** Who holds a lock; `place` says whether its pid means something here (machines and containers may share a cache). */
type Owner = { token: string; pid: number; place: string };

const beatMilliseconds = 5000;
const silenceOfAStranger = 60_000;
/** Longer for a process that is seen alive: a machine that sleeps silences the living too. */
const silenceOfANeighbour = 600_000;
const lookAgainMilliseconds = 250;

async function thisPlace(): Promise<string> {
  return `${hostname()} ${await readlink('/proc/self/ns/pid').catch(() => '')}`;
}

const ownerFile = (path: string) => join(path, 'owner.json');

async function readOwner(path: string): Promise<Owner | null> {
  try {
    return JSON.parse(await readFile(ownerFile(path), 'utf8')) as Owner;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function isAbandoned(path: string, owner: Owner | null, place: string): Promise<boolean> {
  // Gone meanwhile: whoever held it has let go.
  const beat = await stat(path).catch(() => null);
  if (!beat) return false;
  const silence = Date.now() - beat.mtimeMs;
  if (owner?.place !== place) return silence > silenceOfAStranger;
  return !isAlive(owner.pid) || silence > silenceOfANeighbour;
}

/** Moves an abandoned lock away. Should somebody have taken it over in between, theirs is put back. */
async function clearAway(path: string, judged: Owner | null): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  if ((await readOwner(aside))?.token !== judged?.token) await rename(aside, path).catch(() => undefined);
  await rm(aside, { recursive: true, force: true });
}

async function take(path: string, owner: Owner): Promise<boolean> {
  try {
    await mkdir(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  await writeFile(ownerFile(path), JSON.stringify(owner));
  return true;
}

/**
 * Holds the lock at `path` while `work` runs; waits for it as long as a living process holds it, after `onWait`. The lock
 * of a process that died is taken over. Throws the signal's reason when told to stop waiting.
 */
export async function withLock<Result>(
  path: string,
  signal: AbortSignal,
  onWait: () => void,
  work: () => Promise<Result>,
): Promise<Result> {
  const owner: Owner = { token: randomUUID(), pid: process.pid, place: await thisPlace() };
  for (let waits = false; !(await take(path, owner)); waits = true) {
    const other = await readOwner(path);
    if (await isAbandoned(path, other, owner.place)) await clearAway(path, other);
    else {
      if (!waits) onWait();
      await pause(lookAgainMilliseconds, signal);
    }
    signal.throwIfAborted();
  }
  const beat = setInterval(() => {
    const now = new Date();
    // A beat that is missed once is made up by the next one.
    utimes(path, now, now).catch(() => undefined);
  }, beatMilliseconds);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    if ((await readOwner(path))?.token === owner.token) await rm(path, { recursive: true, force: true });
  }
}
