import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { serverMessage, syncPath, type PresenceUser, type ServerMessage } from '@concertation/shared/contracts';
import { sectionText } from '@concertation/shared/documents';
import { waitFor } from './wait-for.ts';

export type Address = { origin: string };

/** A WebSocket class that sends this cookie, as a browser would. */
function webSocketWith(cookie: string, closed: (code: number, reason: string) => void) {
  return class extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie } });
      this.on('close', (code, reason) => closed(code, reason.toString()));
    }
  };
}

/** A real provider on a socket of its own, as the screen has one: what it typed, what it was told, what it believes saved. */
export class SyncClient {
  readonly name: string;
  readonly document: Y.Doc;
  readonly socket: HocuspocusProviderWebsocket;
  readonly provider: HocuspocusProvider;
  readonly messages: ServerMessage[] = [];
  /** Codes of the sockets that closed, in order. */
  readonly closed: number[] = [];
  /** Why the channel was closed or refused, as told. */
  readonly reasons: string[] = [];
  #behind = false;

  /** `before`: the same tab, on its socket of before; its document and its presence go on. */
  constructor(server: Address, cookie: string, name: string, before?: SyncClient) {
    this.name = name;
    this.document = before?.document ?? new Y.Doc();
    const awareness = before?.provider.awareness;
    this.socket = new HocuspocusProviderWebsocket({
      url: server.origin.replace(/^http/, 'ws') + syncPath,
      WebSocketPolyfill: webSocketWith(cookie, (code) => this.closed.push(code)),
      maxDelay: 1_000,
    });
    this.provider = new HocuspocusProvider({
      websocketProvider: this.socket,
      name,
      document: this.document,
      ...(awareness ? { awareness } : {}),
      onStateless: ({ payload }) => this.#told(serverMessage.parse(JSON.parse(payload))),
      onAuthenticationFailed: ({ reason }) => this.reasons.push(reason),
      onClose: ({ event }) => this.reasons.push(event.reason),
    });
    this.#sendOnlyWhenConnected();
    this.provider.attach();
  }

  /**
   * Frames kept while offline would be sent beside the synchronisation that covers them, and their acknowledgements
   * counted as its own: « saved » would be believed too early. So nothing is kept.
   */
  #sendOnlyWhenConnected(): void {
    const send = this.provider.send.bind(this.provider);
    this.provider.send = (...message) => {
      if (this.socket.webSocket?.readyState === WebSocket.OPEN) send(...message);
    };
  }

  /** As the screen does: what was refused for a while is offered again when storage, or the right to write, comes back. */
  #told(message: ServerMessage): void {
    this.messages.push(message);
    if (message.type === 'refused' && message.code === 'storage_unavailable') this.#behind = true;
    if (message.type === 'role' && message.role === 'reader') this.#behind = true;
    const again =
      (message.type === 'storage' && message.state === 'ok') || (message.type === 'role' && message.role === 'writer');
    if (!again || !this.#behind) return;
    this.#behind = false;
    this.provider.forceSync();
  }

  /** Changes that this client does not believe saved. */
  get unsaved(): number {
    return this.provider.unsyncedChanges;
  }

  get text(): string {
    return sectionText(this.document, 'summary').toString();
  }

  type(text: string, at = 0): void {
    sectionText(this.document, 'summary').insert(at, text);
  }

  /** Everybody's presence but one's own. */
  get others(): PresenceUser[] {
    const states = [...(this.provider.awareness?.getStates() ?? [])];
    return states
      .filter(([client]) => client !== this.document.clientID)
      .flatMap(([, state]) => (state.user ? [state.user as PresenceUser] : []));
  }

  async synced(): Promise<this> {
    await waitFor(() => this.provider.isSynced && this.unsaved === 0, `${this.name} synced`);
    return this;
  }

  async saved(): Promise<void> {
    await waitFor(() => this.unsaved === 0, `${this.name} saved`);
  }

  async sees(text: string): Promise<void> {
    await waitFor(() => this.text.includes(text), `${this.name} shows ${text}`);
  }

  async told(type: ServerMessage['type'], having: Record<string, unknown> = {}): Promise<void> {
    const matches = (message: ServerMessage) =>
      message.type === type &&
      Object.entries(having).every(([key, value]) => message[key as keyof ServerMessage] === value);
    await waitFor(() => this.messages.some(matches), `${this.name} told ${type} ${JSON.stringify(having)}`);
  }

  close(): void {
    this.provider.destroy();
    this.socket.destroy();
  }
}
