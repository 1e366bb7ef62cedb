import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A forked process of the bench, asked one thing at a time. Servers and load are pinned to different cores. */
export class Child<Request extends object, Answer extends { type: string }> {
  readonly #process: ChildProcess;

  constructor(file: string, core: number, childArguments: string[] = [], flags: string[] = []) {
    const path = fileURLToPath(new URL(file, import.meta.url));
    const execArgv = ['--disable-warning=ExperimentalWarning', '--expose-gc', ...flags];
    this.#process = fork(path, childArguments, {
      execArgv,
      execPath: process.execPath,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, BENCH_CORE: String(core) },
    });
  }

  /** Waits for the next answer of a type; fails when the process leaves first. */
  next<Type extends Answer['type']>(type: Type): Promise<Extract<Answer, { type: Type }>> {
    return new Promise((resolve, reject) => {
      const receive = (answer: Answer) => {
        if (answer.type !== type) return;
        this.#process.off('message', receive);
        this.#process.off('exit', left);
        resolve(answer as Extract<Answer, { type: Type }>);
      };
      const left = (code: number | null) =>
        reject(new Error(`a process of the bench left (${code}) before « ${type} »`));
      this.#process.on('message', receive);
      this.#process.once('exit', left);
    });
  }

  ask<Type extends Answer['type']>(request: Request, type: Type): Promise<Extract<Answer, { type: Type }>> {
    const answer = this.next(type);
    this.#process.send(request);
    return answer;
  }

  get pid(): number {
    return this.#process.pid as number;
  }

  /** Ends it and waits until it is gone. */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const gone = new Promise((done) => this.#process.once('exit', done));
    this.#process.kill(signal);
    await gone;
  }
}
