import { WebSocket } from 'ws';
import {
  type CallEnd,
  type ChatLine,
  type ErrorCode,
  type MediaEvent,
  mediaEvent,
  type MediaOutput,
  mediaPathname,
  type MediaRequestName,
  mediaRequests,
  type Participant,
  replyFrame,
  type RoomState,
} from '@concertation/shared/contracts';
import { waitFor } from './wait-for.ts';

type Inside = Extract<MediaOutput<'join'>, { state: 'inside' }>;

/** One browser's signalling socket without a browser: it asks, and remembers what it was told. */
export class MediaClient {
  readonly events: MediaEvent[] = [];
  /** Replies that answer no request of ours: to frames that could not be read. */
  readonly stray: unknown[] = [];
  closed: number | null = null;
  /** Replies in the order they came, by the id of the request. */
  readonly order: number[] = [];
  readonly #webSocket: WebSocket;
  readonly #waiting = new Map<number, (frame: { data?: unknown; error?: ErrorCode }) => void>();
  #asked = 0;

  private constructor(webSocket: WebSocket) {
    this.#webSocket = webSocket;
    webSocket.on('message', (data: Buffer) => this.#read(JSON.parse(data.toString())));
    webSocket.on('close', (code) => (this.closed = code));
    webSocket.on('error', () => undefined);
  }

  /** Connects; resolves with the HTTP status when the upgrade is refused. */
  static async connect(server: { origin: string }, headers: Record<string, string>): Promise<MediaClient | number> {
    const webSocket = new WebSocket(server.origin.replace(/^http/, 'ws') + mediaPathname, { headers });
    const client = new MediaClient(webSocket);
    return new Promise((done) => {
      webSocket.once('open', () => done(client));
      webSocket.once('unexpected-response', (_request, response) => {
        response.resume();
        done(response.statusCode ?? 0);
      });
    });
  }

  #read(frame: unknown): void {
    const told = mediaEvent.safeParse(frame);
    if (told.success) return void this.events.push(told.data);
    const reply = replyFrame.parse(frame);
    const waiting = this.#waiting.get(reply.reply);
    this.#waiting.delete(reply.reply);
    this.order.push(reply.reply);
    if (waiting) waiting(reply);
    else this.stray.push(reply);
  }

  /** Sends anything at all. */
  sendRaw(frame: string | Buffer): void {
    this.#webSocket.send(frame);
  }

  /** Asks, whether or not it makes sense. Resolves with the reply, data or error. */
  async request(request: string, data: unknown = {}): Promise<{ data?: unknown; error?: ErrorCode }> {
    const id = (this.#asked += 1);
    const reply = new Promise<{ data?: unknown; error?: ErrorCode }>((done) => this.#waiting.set(id, done));
    this.sendRaw(JSON.stringify({ id, request, data }));
    return reply;
  }

  /** Asks what must be granted. */
  async ask<Name extends MediaRequestName>(name: Name, data: unknown = {}): Promise<MediaOutput<Name>> {
    const reply = await this.request(name, data);
    if (reply.error) throw new Error(`${name} was refused: ${reply.error}`);
    return mediaRequests[name].output.parse(reply.data) as MediaOutput<Name>;
  }

  /** Asks what must be refused; the code. */
  async refusal(name: MediaRequestName, data: unknown = {}): Promise<ErrorCode | undefined> {
    return (await this.request(name, data)).error;
  }

  async join(meetingId: string, more: { seat?: string; renew?: boolean } = {}): Promise<Inside> {
    const joined = await this.ask('join', { meetingId, ...more });
    if (joined.state !== 'inside') throw new Error('made to wait');
    return joined;
  }

  /** The room as last told. */
  get room(): RoomState | null {
    const told = this.events.findLast((event) => event.event === 'room');
    return told?.event === 'room' ? told.room : null;
  }

  /** Waits until the room as told is so. */
  async sees(condition: (room: RoomState) => boolean, what: string): Promise<RoomState> {
    await waitFor(() => this.room !== null && condition(this.room), what);
    return this.room as RoomState;
  }

  participant(accountId: string): Participant | undefined {
    return this.room?.participants.find((one) => one.accountId === accountId);
  }

  async told<Kind extends MediaEvent['event']>(event: Kind): Promise<Extract<MediaEvent, { event: Kind }>> {
    await waitFor(() => this.events.some((told) => told.event === event), `told ${event}`);
    return this.events.findLast((told) => told.event === event) as Extract<MediaEvent, { event: Kind }>;
  }

  count(event: MediaEvent['event']): number {
    return this.events.filter((told) => told.event === event).length;
  }

  get chat(): ChatLine[] {
    return this.events.flatMap((told) => (told.event === 'chat' ? [told.line] : []));
  }

  /** Waits for the end; resolves with its reason and the code of closing. */
  async ended(limitMs?: number): Promise<{ reason: CallEnd | null; code: number }> {
    await waitFor(() => this.closed !== null, 'the socket closed', limitMs);
    const told = this.events.findLast((event) => event.event === 'ended');
    return { reason: told?.event === 'ended' ? told.reason : null, code: this.closed as number };
  }

  /** The network goes away: no closing is said. */
  cut(): void {
    this.#webSocket.terminate();
  }

  /** Answers no more pings, as behind a network that went away; the socket stays open. */
  freeze(): void {
    this.#webSocket.pause();
  }
}
