// A process full of real providers: connects editors, types, and measures when each edit is seen by the others.
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { sectionText } from '@concertation/shared/documents';
import type { Latencies, LoadAnswer, LoadRequest, LoadTarget } from './messages.ts';
import { pinToCore } from './targets/serve.ts';

pinToCore();
// Each y-websocket provider watches for the end of the process.
process.setMaxListeners(0);
const strokesPerSecond = 2.5;
/** Every client of every target comes back at the same pace, so that a return measures the server. */
const comeBackMs = 250;

type Editor = { document: Y.Doc; synced: () => boolean; onSynced: (callback: () => void) => void; leave: () => void };

let editors: Editor[] = [];
const sentAt = new Map<string, number>();
let samples: number[] = [];
let deliveries = 0;
let edits = 0;

const tell = (answer: LoadAnswer) => process.send?.(answer);

function connect(target: LoadTarget, name: string): Editor {
  const document = new Y.Doc();
  class Socket extends WebSocket {
    constructor(address: string | URL) {
      super(address, { headers: { cookie: target.cookie }, perMessageDeflate: false });
    }
  }
  if (target.kind === 'y-websocket') {
    const provider = new WebsocketProvider(`ws://127.0.0.1:${target.port}`, name, document, {
      WebSocketPolyfill: Socket as never,
      disableBc: true,
      maxBackoffTime: comeBackMs,
    });
    return {
      document,
      synced: () => provider.synced,
      onSynced: (callback) => provider.on('sync', (state: boolean) => state && callback()),
      leave: () => provider.destroy(),
    };
  }
  const path = target.kind === 'concertation' ? '/sync' : '';
  const websocketProvider = new HocuspocusProviderWebsocket({
    url: `ws://127.0.0.1:${target.port}${path}`,
    WebSocketPolyfill: Socket as never,
    delay: comeBackMs,
    minDelay: comeBackMs,
    maxDelay: comeBackMs,
    factor: 1,
  });
  const provider = new HocuspocusProvider({ websocketProvider, name, document });
  provider.attach();
  return {
    document,
    synced: () => provider.synced,
    onSynced: (callback) => provider.on('synced', callback),
    leave: () => {
      provider.destroy();
      websocketProvider.destroy();
    },
  };
}

/** Resolves once every editor is in step with the server, whichever way it got there. */
function everybodySynced(): Promise<void> {
  return new Promise((done) => {
    const look = () => {
      if (editors.every((editor) => editor.synced())) done();
      else setTimeout(look, 2);
    };
    look();
  });
}

function watch(editor: Editor): void {
  editor.document.on('update', (update: Uint8Array, origin: unknown) => {
    const now = performance.now();
    for (const [client, clock] of Y.parseUpdateMeta(update).from) {
      if (client === editor.document.clientID) {
        if (origin === 'typing') sentAt.set(`${client}:${clock}`, now);
        continue;
      }
      const sent = sentAt.get(`${client}:${clock}`);
      if (sent === undefined) continue;
      samples.push(now - sent);
      deliveries += 1;
    }
  });
}

function type(editor: Editor): void {
  const text = sectionText(editor.document, 'summary');
  edits += 1;
  editor.document.transact(() => text.insert(Math.floor(Math.random() * (text.length + 1)), 'e'), 'typing');
}

function percentiles(values: number[]): Latencies {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

async function measure(seconds: number): Promise<void> {
  const timers = editors.map((editor) => {
    const every = 1000 / strokesPerSecond;
    let timer = setTimeout(function stroke() {
      type(editor);
      timer = setTimeout(stroke, every * (0.5 + Math.random()));
    }, every * Math.random());
    return () => clearTimeout(timer);
  });
  const pause = (duration: number) => new Promise((done) => setTimeout(done, duration * 1000));
  await pause(2);
  samples = [];
  deliveries = 0;
  edits = 0;
  await pause(seconds);
  const answer = { type: 'measured', seen: percentiles(samples), deliveries, edits } as const;
  for (const stop of timers) stop();
  sentAt.clear();
  tell(answer);
}

process.on('message', (request: LoadRequest) => void handle(request));

async function handle(request: LoadRequest): Promise<void> {
  if (request.type === 'connect') {
    const { documents, target } = request;
    editors = Array.from({ length: request.editors }, (_, index) =>
      connect(target, documents[index % documents.length] as string),
    );
    editors.forEach(watch);
    await everybodySynced();
    tell({ type: 'connected' });
  }
  if (request.type === 'measure') await measure(request.seconds);
  if (request.type === 'back') {
    const began = performance.now();
    await everybodySynced();
    tell({ type: 'back', milliseconds: performance.now() - began });
  }
  if (request.type === 'open') {
    const began = performance.now();
    const editor = connect(request.target, request.document);
    await new Promise<void>((done) => editor.onSynced(done));
    const milliseconds = performance.now() - began;
    editor.leave();
    tell({ type: 'opened', milliseconds });
  }
  if (request.type === 'disconnect') {
    for (const editor of editors) editor.leave();
    editors = [];
    tell({ type: 'disconnected' });
  }
}
