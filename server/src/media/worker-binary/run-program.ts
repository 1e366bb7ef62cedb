import { spawn } from 'node:child_process';
import type { Writable } from 'node:stream';

/** How a program of the preparation runs. */
export type Run = {
  directory: string;
  /** Takes all that it says. */
  log: Writable;
  /** Stops it, with all that it started. */
  signal: AbortSignal;
  /** Milliseconds after which it is stopped and counts as failed; none by default. */
  patience?: number;
  /** Added to the environment. */
  environment?: Record<string, string>;
  onText?: (text: string) => void;
};

/**
 * Runs a program in a process group of its own, and says whether it ended well. A program that does not exist ends badly.
 * Throws the signal's reason once all is stopped.
 */
export async function runProgram(command: string, programArguments: string[], run: Run): Promise<boolean> {
  run.signal.throwIfAborted();
  run.log.write(`\n$ ${[command, ...programArguments].join(' ')}\n`);
  const child = spawn(command, programArguments, {
    cwd: run.directory,
    env: { ...process.env, ...run.environment, LC_ALL: 'C.UTF-8' },
    // Pipes rather than the log's file: what outlives us by a SIGKILL dies at its next word.
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const kill = (signal: NodeJS.Signals) => {
    try {
      if (child.pid) process.kill(-child.pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  };
  let harder: NodeJS.Timeout | undefined;
  const stop = () => {
    kill('SIGTERM');
    harder ??= setTimeout(kill, 5000, 'SIGKILL');
  };
  const limit = run.patience === undefined ? undefined : setTimeout(stop, run.patience);
  run.signal.addEventListener('abort', stop, { once: true });
  for (const output of [child.stdout, child.stderr])
    output.setEncoding('utf8').on('data', (text: string) => {
      run.log.write(text);
      run.onText?.(text);
    });
  try {
    return await new Promise<boolean>((done) => {
      child.once('error', (error) => {
        run.log.write(`${error.message}\n`);
        done(false);
      });
      child.once('close', (code) => done(code === 0));
    });
  } finally {
    clearTimeout(limit);
    clearTimeout(harder);
    run.signal.removeEventListener('abort', stop);
    run.signal.throwIfAborted();
  }
}
