import { may, type Role } from '@concertation/shared/access';
import type { CallEnd, MediaEvent, MediaSource } from '@concertation/shared/contracts';
import { AppError, newId } from '../../lib/index.ts';
import type { LiveAttendance } from '../../meetings/index.ts';
import type { Engine, EngineRoom } from '../engine/engine-port.ts';
import { Announcer } from './announcer.ts';
import { CallMedia } from './call-media.ts';
import { CallRoom } from './call-room.ts';
import { Door } from './door.ts';
import type { Line } from './line.ts';
import { type LiveSeat, newLiveSeat } from './live-seat.ts';
import { newSeat } from './seat.ts';

export type LiveCallOptions = {
  meetingId: string;
  locked: boolean;
  engine: Pick<Engine, 'openRoom'>;
  attendance: Pick<LiveAttendance, 'opened' | 'closed'>;
  /** How long a seat is kept for somebody whose connection was lost, in milliseconds. */
  seatKeptMs: number;
  participantsPerCall: number;
  /** Nobody has been there for as long. */
  onEmpty: () => void;
};

/** The seat held before, and whether its transports are to be new. */
export type Asked = { seat: string | null; renew: boolean };
export type Seated = { live: LiveSeat; resumed: boolean; rtpCapabilities: EngineRoom['rtpCapabilities'] };

/** How long after a worker's death people wait to be told, at most, when no other takes over. */
const reopenWithinMs = 15_000;

/** One call as it goes on: its room, the connections and the media of who is inside, its door. */
export class LiveCall {
  readonly meetingId: string;
  readonly room: CallRoom;
  readonly door: Door;
  readonly #options: LiveCallOptions;
  readonly #media: CallMedia;
  readonly #seats = new Map<string, LiveSeat>();
  readonly #announcer = new Announcer(() => this.#tellRoom());
  #emptying: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(options: LiveCallOptions) {
    this.#options = options;
    this.meetingId = options.meetingId;
    this.room = new CallRoom(options.locked);
    this.door = new Door(this.room, () => this.changed());
    this.#media = new CallMedia({
      engine: options.engine,
      onSpeaker: (engineSeatId) => this.#tellSpeaker(engineSeatId),
      onLost: () => void this.#rebuild(),
    });
    // Should nobody come in after all, it ends by itself.
    this.changed();
  }

  /** Who is inside, in the order of arrival. */
  get seats(): LiveSeat[] {
    return [...this.#seats.values()];
  }

  seatOn(line: Line): LiveSeat | undefined {
    return this.seats.find((live) => live.line === line);
  }

  seatOf(accountId: string): LiveSeat | undefined {
    return this.seats.find(({ seat }) => seat.principal.accountId === accountId);
  }

  /** Throws `not_found` for a seat that nobody has. */
  seat(participantId: string): LiveSeat {
    const live = this.#seats.get(participantId);
    if (!live) throw new AppError('not_found');
    return live;
  }

  /**
   * Gives this connection a seat: the account's own when it names it, with the media of before unless they are renewed or
   * gone; a new one otherwise, which replaces the account's on another connection. One call of it at a time.
   * Throws `call_full`, `call_unavailable`, and `wrong_state` when the connection was lost meanwhile.
   */
  async sit(line: Line, roles: readonly Role[], { seat: seatId, renew }: Asked): Promise<Seated> {
    const before = this.seatOf(line.principal.accountId);
    if (before && before.seat.participantId === seatId && before.media && !renew) {
      const rtpCapabilities = await this.#media.rtpCapabilities();
      if (!line.isOpen || this.#closed) throw new AppError('wrong_state');
      // A worker may die, and a moderator remove somebody, at any time.
      if (before.media) {
        this.#take(before, line, roles);
        return { live: before, resumed: true, rtpCapabilities };
      }
    }
    if (!before && this.#seats.size >= this.#options.participantsPerCall) throw new AppError('call_full');
    const { seat: media, rtpCapabilities } = await this.#media.openSeat();
    if (!line.isOpen || this.#closed) {
      media.close();
      throw new AppError('wrong_state');
    }
    const isMine = before?.seat.participantId === seatId || (renew && before?.line === line);
    const kept = before && isMine && this.#seats.has(before.seat.participantId) ? before : null;
    const mine = kept ?? newLiveSeat(newSeat(newId(), line.principal, roles));
    if (before && before !== mine) this.drop(before, before.line === line ? null : 'replaced');
    this.door.giveUp(line);
    this.#forget(mine);
    mine.media = media;
    this.#seats.set(mine.seat.participantId, mine);
    this.room.enter(mine.seat);
    this.#take(mine, line, roles);
    return { live: mine, resumed: false, rtpCapabilities };
  }

  /** What was sent before is gone with the transports. */
  #forget({ seat, media }: LiveSeat): void {
    media?.close();
    seat.sources.clear();
    this.room.releaseScreen(seat);
  }

  #take(live: LiveSeat, line: Line, roles: readonly Role[]): void {
    const former = live.line;
    if (live.kept) clearTimeout(live.kept);
    live.kept = null;
    live.line = line;
    const { seat } = live;
    seat.principal = line.principal;
    seat.roles = roles;
    seat.connected = true;
    if (former === null) this.#options.attendance.opened(this.meetingId, seat.principal);
    else if (former !== line) former.end('replaced');
    this.changed();
  }

  /** A connection ended: a seat is kept for a while, a place at the door is not. */
  lose(line: Line): void {
    const live = this.seatOn(line);
    if (live) {
      live.line = null;
      live.seat.connected = false;
      this.#options.attendance.closed(this.meetingId, live.seat.principal);
      live.kept = setTimeout(() => this.drop(live, null), this.#options.seatKeptMs);
      this.changed();
    }
    this.door.giveUp(line);
  }

  /** Gives up whatever this connection has here. */
  hangUp(line: Line): void {
    const live = this.seatOn(line);
    if (live) this.drop(live, null);
    this.door.giveUp(line);
  }

  /** Gives a seat up with its media; `end` is told to who still sat there. */
  drop(live: LiveSeat, end: CallEnd | null): void {
    if (!this.#seats.delete(live.seat.participantId)) return;
    const { line } = live;
    if (live.kept) clearTimeout(live.kept);
    live.line = null;
    live.media?.close();
    live.media = null;
    this.room.leave(live.seat);
    if (line) this.#options.attendance.closed(this.meetingId, live.seat.principal);
    if (line && end) line.end(end);
    this.changed();
  }

  /** Applies the roles that somebody has now on the meeting. */
  decide(live: LiveSeat, roles: readonly Role[]): void {
    if (!may('meeting.read', roles)) return this.drop(live, 'withdrawn');
    if (roles.toSorted().join() === live.seat.roles.toSorted().join()) return;
    live.seat.roles = roles;
    this.changed();
  }

  /** Stops what somebody sends from a source. */
  closeSource(live: LiveSeat, source: MediaSource): void {
    live.media?.closeSource(source);
    live.seat.sources.delete(source);
    if (source === 'screen') this.room.releaseScreen(live.seat);
    this.changed();
  }

  /** Everybody is told the state of the room soon, once for all that changed meanwhile. */
  changed(): void {
    if (this.#closed) return;
    this.#announcer.changed();
    if (this.#emptying) clearTimeout(this.#emptying);
    this.#emptying = null;
    if (this.room.isEmpty) this.#emptying = setTimeout(() => this.#options.onEmpty(), this.#options.seatKeptMs);
  }

  /** Tells everybody inside, or all but one. */
  tell(event: MediaEvent, but?: LiveSeat): void {
    const frame = JSON.stringify(event);
    for (const live of this.#seats.values()) if (live !== but) live.line?.send(frame);
  }

  close(): void {
    this.#closed = true;
    this.#announcer.stop();
    if (this.#emptying) clearTimeout(this.#emptying);
    for (const live of this.seats) {
      if (live.kept) clearTimeout(live.kept);
      if (live.line) this.#options.attendance.closed(this.meetingId, live.seat.principal);
      live.media?.close();
    }
    this.#seats.clear();
    this.#media.close();
  }

  #tellRoom(): void {
    const told = (seesWaiting: boolean) => JSON.stringify({ event: 'room', room: this.room.state(seesWaiting) });
    const [all, moderators] = [told(false), told(true)];
    for (const { seat, line } of this.#seats.values()) line?.send(this.room.isModerator(seat) ? moderators : all);
  }

  #tellSpeaker(engineSeatId: string | null): void {
    const speaker = this.seats.find(({ media }) => media && media.seatId === engineSeatId);
    this.tell({ event: 'speaker', participantId: speaker?.seat.participantId ?? null });
  }

  /** The seats stay, with their hands and the chat; their media is gone, and each browser is told to join again. */
  async #rebuild(): Promise<void> {
    const lost = this.seats.filter(({ media }) => media !== null);
    for (const live of lost) {
      live.media = null;
      for (const source of live.seat.sources.keys()) this.closeSource(live, source);
    }
    await this.#media.reopen(reopenWithinMs);
    for (const live of lost) if (live.media === null) live.line?.tell({ event: 'rebuild' });
  }
}
