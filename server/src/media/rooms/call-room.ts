import type { Participant, RoomState } from '@concertation/shared/contracts';
import type { Principal } from '../../access/index.ts';
import { chairOf } from './chair.ts';
import { Chat } from './chat.ts';
import type { Seat } from './seat.ts';
import { standingOf } from './standing.ts';

type Waiting = { principal: Principal; since: Date };

const toParticipant = (seat: Seat): Participant => ({
  participantId: seat.participantId,
  accountId: seat.principal.accountId,
  name: seat.principal.name,
  specialty: seat.principal.specialty,
  standing: standingOf(seat.roles),
  connected: seat.connected,
  handRaisedAt: seat.handRaisedAt?.toISOString() ?? null,
  sources: Object.fromEntries(seat.sources),
  quality: seat.quality,
});

/** What is so in one call: who is there or waits, who moderates, who shares. It sends nothing and asks nobody. */
export class CallRoom {
  locked: boolean;
  readonly chat = new Chat();
  /** Accounts admitted while they waited: they come in though it be locked. */
  readonly expected = new Set<string>();
  /** Who shares a screen, or is about to: one at a time. Source: OO-04. */
  screenHeldBy: Seat | null = null;
  /** In the order of arrival. */
  readonly #seats = new Map<string, Seat>();
  readonly #waiting = new Map<string, Waiting>();

  constructor(locked: boolean) {
    this.locked = locked;
  }

  get isEmpty(): boolean {
    return this.#seats.size === 0 && this.#waiting.size === 0;
  }

  get seats(): Seat[] {
    return [...this.#seats.values()];
  }

  enter(seat: Seat): void {
    this.stopWaiting(seat.principal.accountId);
    this.expected.delete(seat.principal.accountId);
    this.#seats.set(seat.participantId, seat);
  }

  leave(seat: Seat): void {
    this.#seats.delete(seat.participantId);
    this.releaseScreen(seat);
  }

  wait(principal: Principal): void {
    const since = this.#waiting.get(principal.accountId)?.since ?? new Date();
    this.#waiting.set(principal.accountId, { principal, since });
  }

  stopWaiting(accountId: string): void {
    this.#waiting.delete(accountId);
  }

  get chair(): Seat | null {
    return chairOf(this.#seats.values());
  }

  /** True for who may run the meeting, and for who holds the chair for them. */
  isModerator(seat: Seat): boolean {
    return standingOf(seat.roles) === 'moderator' || this.chair === seat;
  }

  /** The screen is this seat's no longer, if it was. */
  releaseScreen(seat: Seat): void {
    seat.sources.delete('screen');
    if (this.screenHeldBy === seat) this.screenHeldBy = null;
  }

  /** What is told to everybody; who waits, only to those who may admit them. */
  state(seesWaiting: boolean): RoomState {
    const waiting = seesWaiting ? [...this.#waiting.values()] : [];
    return {
      participants: this.seats.map(toParticipant),
      waiting: waiting.map(({ principal: { accountId, name, specialty }, since }) => ({
        accountId,
        name,
        specialty,
        since: since.toISOString(),
      })),
      chairId: this.chair?.participantId ?? null,
      locked: this.locked,
    };
  }
}
