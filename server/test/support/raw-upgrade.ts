import { connect } from 'node:net';

/** Asks for an upgrade with this target as it stands, which no client would send. Resolves with the HTTP status. */
export function rawUpgrade(port: number, target: string, headers: Record<string, string> = {}): Promise<number> {
  const lines = Object.entries({
    Host: `localhost:${port}`,
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return new Promise((done, failed) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`GET ${target} HTTP/1.1\r\n${lines.join('')}\r\n`));
    socket.once('data', (answer) => {
      socket.destroy();
      done(Number(answer.toString('latin1').split(' ')[1]));
    });
    socket.once('error', failed);
  });
}
