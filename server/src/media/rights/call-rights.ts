import type { Role } from '@concertation/shared/access';
import { type Principal, rolesOf, rolesOfAll } from '../../access/index.ts';
import type { Sessions } from '../../auth/index.ts';
import type { Database } from '../../database/index.ts';
import type { Logger } from '../../lib/index.ts';
import { type Due, RightsWatch } from '../../sockets/index.ts';
import type { Calls } from '../rooms/calls.ts';
import type { LiveCall } from '../rooms/live-call.ts';
import type { LiveSeat } from '../rooms/live-seat.ts';
import type { MediaSocket } from '../signalling/media-socket.ts';

export type CallRightsOptions = {
  database: Database;
  sessions: Pick<Sessions, 'openAmong' | 'touch'>;
  calls: Calls;
  sockets: Iterable<MediaSocket>;
  log: Logger;
};

/** Somebody to whom roles on a meeting are applied. */
type Bound = { principal: Principal; meetingId: string; apply: (roles: readonly Role[]) => void };

/** Keeps everybody in a call, or at its door, within their rights and their session (rule MED-23). */
export class CallRights {
  readonly #options: CallRightsOptions;
  readonly #watch: RightsWatch;

  constructor(options: CallRightsOptions) {
    this.#options = options;
    this.#watch = new RightsWatch({
      ...options,
      held: () => this.#sessions(),
      // To listen is to use the session: nobody is signed out in the middle of a meeting for not typing.
      usedSince: () => options.calls.all.flatMap(({ seats }) => seats.filter(({ line }) => line).map(sessionOf)),
      endSession: (sessionId, why) => (why === 'locked' ? this.#leave(sessionId) : this.#endSession(sessionId)),
      decide: (due) => this.#decide(due),
    });
  }

  start(): Promise<void> {
    return this.#watch.start();
  }

  stop(): Promise<void> {
    return this.#watch.stop();
  }

  /** Somebody's roles on a meeting, now. */
  rolesOn(principal: Principal, meetingId: string): Promise<Role[]> {
    return rolesOf(this.#options.database.db, principal.accountId, { kind: 'meeting', id: meetingId });
  }

  /** Reads somebody's roles again before what only a moderator may do. */
  async check(call: LiveCall, live: LiveSeat): Promise<void> {
    call.decide(live, await this.rolesOn(live.seat.principal, call.meetingId));
  }

  /** A seat that is kept has no socket, and media that may still flow. */
  #sessions(): string[] {
    const seats = this.#options.calls.all.flatMap((call) => call.seats.map(sessionOf));
    return [...seats, ...[...this.#options.sockets].map(({ principal }) => principal.sessionId)];
  }

  #endSession(sessionId: string): void {
    for (const call of this.#options.calls.all) {
      for (const live of call.seats) if (sessionOf(live) === sessionId) call.drop(live, 'signed_out');
      for (const { principal } of call.door.lines)
        if (principal.sessionId === sessionId) call.door.turnAway(principal.accountId, 'signed_out');
    }
    for (const socket of this.#options.sockets) if (socket.principal.sessionId === sessionId) socket.end('signed_out');
  }

  /** Behind a locked screen nobody speaks or hears: the seat is given up, and taken again once it is unlocked. */
  #leave(sessionId: string): void {
    for (const call of this.#options.calls.all) {
      for (const live of call.seats) if (sessionOf(live) === sessionId) call.drop(live, null);
      for (const line of call.door.lines) if (line.principal.sessionId === sessionId) call.door.giveUp(line);
    }
    for (const socket of this.#options.sockets)
      if (socket.principal.sessionId === sessionId) socket.close('screen_locked');
  }

  async #decide(due: Due): Promise<void> {
    const bound = this.#options.calls.all
      .filter(({ meetingId }) => due === 'everybody' || due.has(`meeting:${meetingId}`))
      .flatMap(boundBy);
    const roles = await rolesOfAll(
      this.#options.database.db,
      bound.map(({ principal, meetingId }) => ({
        accountId: principal.accountId,
        subject: { kind: 'meeting', id: meetingId },
      })),
    );
    bound.forEach(({ apply }, index) => apply(roles[index] ?? []));
  }
}

const sessionOf = ({ seat }: LiveSeat): string => seat.principal.sessionId;

function boundBy(call: LiveCall): Bound[] {
  const { meetingId } = call;
  const inside = call.seats.map((live) => ({
    principal: live.seat.principal,
    meetingId,
    apply: (roles: readonly Role[]) => call.decide(live, roles),
  }));
  const waiting = call.door.lines.map((line) => ({
    principal: line.principal,
    meetingId,
    apply: (roles: readonly Role[]) => call.door.decide(line, roles),
  }));
  return [...inside, ...waiting];
}
