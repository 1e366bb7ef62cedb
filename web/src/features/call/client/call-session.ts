import type { CallEnd, ErrorCode, MediaEvent } from '@concertation/shared/contracts';
import { returnDelay, SignallingRefusal, type SignallingSocket } from '../../../signalling/index.ts';
import { CallMedia, type CallMediaNeeds } from './call-media.ts';
import { noCall } from './call-store.ts';
import { hearEvent, hearRoom } from './hear-event.ts';
import type { MediaLink, Seat } from './media/media-link.ts';
import { oneAtATime } from './one-at-a-time.ts';

const farewellMs = 1_000;

/** Refusals that pass by themselves once one was inside: the worker is being replaced, the server restarts. */
const passing = new Set<ErrorCode>(['call_unavailable', 'storage_unavailable', 'unexpected', 'too_many']);
const endOf: Partial<Record<ErrorCode, CallEnd>> = {
  call_removed: 'removed',
  not_found: 'withdrawn',
  forbidden: 'withdrawn',
  signed_out: 'signed_out',
};

export type SessionNeeds = Omit<CallMediaNeeds, 'ask' | 'open' | 'dead'> & {
  socket: Pick<SignallingSocket, 'open' | 'close' | 'ask' | 'onEvent' | 'onState' | 'whenOpen' | 'state'>;
  meetingId: string;
  /** The seat held before this page was loaded again. */
  seat: string | null;
  openLink: (seat: Seat & { transports: NonNullable<Seat['transports']> }) => Promise<MediaLink>;
  /** My seat is known, or another one was given to me. */
  seated: (participantId: string, before: string | null) => void;
  /** It is over: devices are let go of, unless joining was refused, which leaves the green room as it was. */
  over: (refused: boolean) => void;
  /** Runs later; returns how not to. */
  later?: (run: () => void, milliseconds: number) => () => void;
};

/**
 * One call of one meeting, from the first `join` to the end: it comes back by itself after a lost socket, a dead media
 * worker or a restarted server, and sends and receives again what it did before.
 */
export class CallSession {
  readonly media: CallMedia;
  readonly #needs: SessionNeeds;
  readonly #settled = Promise.withResolvers<void>();
  #seat: string | null;
  #entered = false;
  #renew = false;
  #over = false;
  #failures = 0;
  #cancelRetry: () => void = () => undefined;

  constructor(needs: SessionNeeds) {
    this.#needs = needs;
    this.#seat = needs.seat;
    this.media = new CallMedia({
      ...needs,
      ask: this.ask,
      open: () => needs.socket.state === 'open',
      dead: () => this.#rebuild(),
    });
  }

  /** Asks the server for something, in this call. Rejects with SignallingRefusal. */
  ask: SignallingSocket['ask'] = (name, input) => this.#needs.socket.ask(name, input);

  /** Joins. Ends when inside, at the door, or refused, which the state tells. Never rejects. */
  begin(): Promise<void> {
    const { socket } = this.#needs;
    socket.onEvent((event) => this.#hear(event));
    socket.onState((state) => {
      if (state === 'open') void this.#enter();
      if (state === 'reconnecting') this.#interrupted();
    });
    socket.open();
    socket.whenOpen().catch(() => this.#entered || this.#finish(null, 'call_unavailable'));
    return this.#settled.promise;
  }

  /** My seat, to be taken back by this page if it is loaded again. */
  get seat(): string | null {
    return this.#seat;
  }

  /** « Raccrocher »: here at once, there as soon as it hears of it. */
  leave(): void {
    if (this.#over) return;
    const { socket } = this.#needs;
    const cancel = this.#later(() => socket.close(), farewellMs);
    // Unheard, the server learns it from the socket.
    void socket
      .ask('leave', {})
      .catch(() => undefined)
      .then(() => {
        cancel();
        socket.close();
      });
    this.#finish('hung_up', null);
  }

  #enter = oneAtATime(async () => {
    const { socket, meetingId } = this.#needs;
    this.#cancelRetry();
    if (this.#over || socket.state !== 'open') return;
    const renew = this.#renew || (this.#seat !== null && !this.media.isUsable);
    // Asked for again by a worker that dies meanwhile.
    this.#renew = false;
    try {
      const reply = await this.ask('join', { meetingId, seat: this.#seat, renew });
      if (this.#over) return;
      if (reply.state === 'waiting') this.#wait();
      else await this.#sit(reply);
      this.#failures = 0;
      this.#entered = true;
      this.#settled.resolve();
    } catch (error) {
      this.#renew ||= renew;
      this.#failed(error instanceof SignallingRefusal ? error.code : 'unexpected');
    }
  });

  async #sit(reply: Seat): Promise<void> {
    const { store, seated, openLink } = this.#needs;
    const { participantId, room, transports } = reply;
    const before = this.#seat;
    this.#seat = participantId;
    // In another seat, the chair held before is no news.
    if (participantId !== before) store.change({ room: null });
    store.change({ phase: 'inside', error: null, participantId, chat: reply.chat });
    hearRoom(store, room);
    seated(participantId, before);
    if (reply.resumed && this.media.isUsable) return this.media.resume();
    if (!transports) throw new SignallingRefusal('unexpected');
    const link = await openLink({ ...reply, transports });
    if (this.#over) return link.close();
    this.media.carry(link);
  }

  #wait(): void {
    this.#seat = null;
    this.media.carry(null);
    this.#needs.store.change({ ...noCall, phase: 'waiting', error: null });
  }

  #failed(code: ErrorCode | 'lost'): void {
    if (this.#over || code === 'lost') return;
    if (!this.#entered || !passing.has(code)) return this.#finish(endOf[code] ?? null, code);
    this.#interrupted();
    this.#cancelRetry = this.#later(() => void this.#enter(), returnDelay(this.#failures, Math.random()));
    this.#failures += 1;
  }

  #interrupted(): void {
    const { store } = this.#needs;
    if (store.snapshot().phase === 'inside') store.change({ phase: 'reconnecting' });
  }

  /** These transports carry nothing any more: the seat asks for others. */
  #rebuild(): void {
    this.#renew = true;
    void this.#enter();
  }

  #hear(event: MediaEvent): void {
    if (this.#over) return;
    const { store } = this.#needs;
    switch (event.event) {
      case 'room':
        hearRoom(store, event.room);
        return this.media.follow(event.room);
      case 'muted':
        this.media.publisher.mutedByServer();
        return this.#needs.muted();
      case 'admitted':
        return void this.#enter();
      case 'rebuild':
        this.#interrupted();
        this.media.carry(null);
        return this.#rebuild();
      case 'ended':
        return this.#finish(event.reason, null);
      default:
        return hearEvent(store, event);
    }
  }

  #finish(end: CallEnd | 'hung_up' | null, error: ErrorCode | null): void {
    if (this.#over) return;
    const { store, socket, over } = this.#needs;
    this.#over = true;
    this.#cancelRetry();
    this.media.stop();
    if (end !== 'hung_up') socket.close();
    const refused = !this.#entered && error !== null;
    store.change({ ...noCall, phase: refused ? 'idle' : 'ended', end: refused ? null : end, error });
    over(refused);
    this.#settled.resolve();
  }

  #later(run: () => void, milliseconds: number): () => void {
    if (this.#needs.later) return this.#needs.later(run, milliseconds);
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  }
}
