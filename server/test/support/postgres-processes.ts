import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Nothing, for a process or a cluster that ended. */
function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

const parentOf = (pid: number): number => Number(/\) \S (\d+)/.exec(readIfThere(`/proc/${pid}/stat`))?.[1] ?? 0);

/** The postmaster of the cluster in this data directory, then its children; no other cluster's. */
export function postgresProcesses(dataDirectory: string): number[] {
  const [first] = readIfThere(join(dataDirectory, 'postgres-18', 'postmaster.pid')).split('\n');
  const postmaster = Number(first);
  if (!postmaster || !readIfThere(`/proc/${postmaster}/cmdline`).includes(dataDirectory)) return [];
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  return [postmaster, ...all.filter((pid) => parentOf(pid) === postmaster)];
}

/** Sends a signal to every process of the cluster in this data directory. */
export function signalPostgres(dataDirectory: string, signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void {
  for (const pid of postgresProcesses(dataDirectory))
    try {
      process.kill(pid, signal);
    } catch (error) {
      // A child that went with its postmaster.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
}
