// A process of the bench: ports that receive and that nobody reads. Once they are full the kernel drops what comes, so
// that receiving costs nothing of the cores that are measured; sending costs the worker what it costs in a call.
import { createSocket } from 'node:dgram';
import type { SinkAnswer } from './messages.ts';

const count = Number(process.argv[2]);
const ports = await Promise.all(
  Array.from(
    { length: count },
    () =>
      new Promise<number>((bound) => {
        const socket = createSocket('udp4');
        socket.bind(0, '127.0.0.1', () => bound(socket.address().port));
      }),
  ),
);
const answer: SinkAnswer = { type: 'ready', ports };
process.send?.(answer, () => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});
