import { type AddressInfo, createServer, type Socket } from 'node:net';

export type FakeClamd = { host: string; port: number; scanned: Buffer[]; close: () => Promise<void> };

/** The content of a complete INSTREAM command; null until its last chunk, of length zero, has come. */
function readInstream(received: Buffer): Buffer | null {
  const command = Buffer.from('zINSTREAM\0');
  if (received.length < command.length) return null;
  if (!received.subarray(0, command.length).equals(command)) throw new Error('another command than INSTREAM');
  const chunks: Buffer[] = [];
  for (let at = command.length; at + 4 <= received.length;) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

const verdictOn = (content: Buffer) =>
  content.includes('INFECTED') ? 'stream: Test.Infected FOUND\0' : 'stream: OK\0';

/** A clamd that speaks the protocol and finds « INFECTED »; `answer` has it say something else. */
export async function fakeClamd(answer: (content: Buffer) => string = verdictOn, port = 0): Promise<FakeClamd> {
  const scanned: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let received = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk as Buffer]);
      const content = readInstream(received);
      if (!content) return;
      scanned.push(content);
      socket.end(answer(content));
    });
  });
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
  return {
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    scanned,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((done) => server.close(() => done()));
    },
  };
}
