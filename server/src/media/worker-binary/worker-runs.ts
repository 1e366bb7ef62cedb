import { execFile } from 'node:child_process';

/** What the worker answers when nobody tells it mediasoup's version: it started, so all its libraries are there. */
const refusesToWorkAlone = 41;

/** True when this file is a mediasoup worker that starts on this machine. Never throws. */
export async function workerRuns(path: string): Promise<boolean> {
  return await new Promise((done) => {
    execFile(path, { env: {}, timeout: 10_000 }, (error) => done(error?.code === refusesToWorkAlone));
  });
}
