import { connect } from 'node:net';

/** Where ClamAV's daemon listens. */
export type ClamdAddress = { host: string; port: number };

/** The antivirus gave no verdict: it cannot be reached, is loading its signatures, or refused the size. To be tried again. */
export class NoVerdict extends Error {
  constructor(why: string, options?: ErrorOptions) {
    super(`antivirus: ${why}`, options);
    this.name = 'NoVerdict';
  }
}

const chunkBytes = 64 * 1024;

/** INSTREAM: a command, then chunks that each begin with their length on four bytes, then a length of zero. */
function* instream(content: Uint8Array): Generator<Uint8Array> {
  yield Buffer.from('zINSTREAM\0');
  for (let at = 0; at < content.length; at += chunkBytes) {
    const chunk = content.subarray(at, at + chunkBytes);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    yield length;
    yield chunk;
  }
  yield Buffer.alloc(4);
}

/** What clamd answers to a content, as it is: `stream: OK`, `stream: <name> FOUND`, `… ERROR`. */
function ask({ host, port }: ClamdAddress, content: Uint8Array, patienceMs: number): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const socket = connect({ host, port });
  let answer = '';
  socket.setTimeout(patienceMs, () => socket.destroy(new Error(`silent for ${patienceMs} ms`)));
  socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
  socket.on('connect', () => {
    for (const piece of instream(content)) socket.write(piece);
  });
  // A refusal of the size comes before everything was sent, and the end of writing fails: the answer counts all the same.
  socket.on('error', (cause) => (answer ? resolve(answer) : reject(new NoVerdict('unreachable', { cause }))));
  socket.on('close', () => (answer ? resolve(answer) : reject(new NoVerdict('closed without an answer'))));
  socket.on('end', () => socket.end());
  return promise;
}

/**
 * Asks ClamAV about a content. True: it is clean; false: it holds something known. Anything else throws NoVerdict, so
 * that nothing is ever taken for clean by default.
 */
export async function isClean(address: ClamdAddress, content: Uint8Array, patienceMs = 120_000): Promise<boolean> {
  const answer = (await ask(address, content, patienceMs)).replace(/\0.*$/s, '').trim();
  if (answer === 'stream: OK') return true;
  if (/^stream: .+ FOUND$/.test(answer)) return false;
  throw new NoVerdict(answer.slice(0, 200));
}
