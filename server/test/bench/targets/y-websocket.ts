// @y/websocket-server, in memory, as its own command runs it.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { WebSocketServer } from 'ws';
import { pinToCore, serveTarget } from './serve.ts';

pinToCore();
const require = createRequire(import.meta.url);
const { WebSocketServer: Server } = require('ws') as { WebSocketServer: typeof WebSocketServer };
const { setupWSConnection } = require('@y/websocket-server/utils') as {
  setupWSConnection: (socket: unknown, request: unknown) => void;
};

const sockets = new Server({ noServer: true });
const http = createServer((_request, response) => response.end('ok'));
http.on('upgrade', (request, socket, head) =>
  sockets.handleUpgrade(request, socket, head, (opened) => setupWSConnection(opened, request)),
);
await new Promise<void>((ready) => http.listen(Number(process.argv[2]), '127.0.0.1', ready));

serveTarget(
  { port: (http.address() as AddressInfo).port, cookie: '', documents: [] },
  {
    history: () => Promise.reject(new Error('this target keeps no history')),
    stop: async () => http.closeAllConnections(),
  },
);
