import { spawnSync } from 'node:child_process';
import type { TargetAnswer, TargetRequest } from '../messages.ts';

const tell = (answer: TargetAnswer) => process.send?.(answer);

/** Pins this process to the core that the bench gave it, where the machine has `taskset` and more than one core. */
export function pinToCore(): void {
  const core = process.env.BENCH_CORE;
  if (core) spawnSync('taskset', ['-a', '-c', '-p', core, String(process.pid)], { stdio: 'ignore' });
}

/** Announces a target and answers the bench's questions until it is told to stop. */
export function serveTarget(
  ready: Omit<Extract<TargetAnswer, { type: 'ready' }>, 'type'>,
  more: { history: (edits: number) => Promise<string>; stop: () => Promise<void> },
): void {
  process.on('message', (request: TargetRequest) => void answer(request));
  process.on('SIGTERM', () => void more.stop().then(() => process.exit(0)));
  tell({ type: 'ready', ...ready });

  async function answer(request: TargetRequest): Promise<void> {
    if (request.type === 'history') tell({ type: 'history', document: await more.history(request.edits) });
    if (request.type === 'processor') {
      const { user, system } = process.cpuUsage();
      tell({ type: 'processor', milliseconds: (user + system) / 1000 });
    }
    if (request.type === 'memory') {
      globalThis.gc?.();
      const { heapUsed, external } = process.memoryUsage();
      tell({ type: 'memory', bytes: heapUsed + external });
    }
  }
}
