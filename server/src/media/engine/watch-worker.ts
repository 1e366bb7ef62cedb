import type { types } from 'mediasoup';

const everyMs = 1000;
const missesAllowed = 4;

/**
 * Asks a worker every second whether it still answers. `stuck` is called once: when it has not answered for four seconds
 * on end, or when it can no longer be asked. Returns what stops the watch. Rounds are counted, not time: a server that was
 * itself held up finds the answers waiting when it comes back.
 */
export function watchWorker(worker: types.Worker, stuck: () => void): () => void {
  let waiting = 0;
  let over = false;
  const end = () => {
    over = true;
    clearInterval(timer);
  };
  const fail = () => {
    if (over) return;
    end();
    if (!worker.closed) stuck();
  };
  const round = () => {
    if (worker.closed) return end();
    if (waiting >= missesAllowed) return fail();
    waiting += 1;
    worker.getResourceUsage().then(() => (waiting = 0), fail);
  };
  const timer = setInterval(round, everyMs).unref();
  return end;
}
