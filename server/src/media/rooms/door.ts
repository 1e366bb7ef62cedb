import { may, type Role } from '@concertation/shared/access';
import type { CallEnd } from '@concertation/shared/contracts';
import { AppError } from '../../lib/index.ts';
import type { CallRoom } from './call-room.ts';
import type { Line } from './line.ts';
import { isGuest } from './standing.ts';

/** The waiting room of a call: guests who ask to come in, each on one connection. Rule MED-25. */
export class Door {
  readonly #room: CallRoom;
  readonly #changed: () => void;
  /** By account. */
  readonly #lines = new Map<string, Line>();

  constructor(room: CallRoom, changed: () => void) {
    this.#room = room;
    this.#changed = changed;
  }

  get lines(): Line[] {
    return [...this.#lines.values()];
  }

  /** A guest asks, and is shown to those who may admit them. */
  wait(line: Line): void {
    const { accountId } = line.principal;
    const before = this.#lines.get(accountId);
    if (before && before !== line) before.end('replaced');
    this.#lines.set(accountId, line);
    this.#room.wait(line.principal);
    this.#changed();
  }

  /** Throws `not_found` when nobody waits under this account. */
  require(accountId: string): void {
    if (!this.#lines.has(accountId)) throw new AppError('not_found');
  }

  /** Lets somebody in, even where it is locked: they are told to join again, or do when their connection is back. */
  admit(accountId: string): void {
    this.#room.expected.add(accountId);
    this.#leave(accountId)?.tell({ event: 'admitted' });
  }

  turnAway(accountId: string, reason: CallEnd): void {
    this.#leave(accountId)?.end(reason);
  }

  /** This connection waits no longer. */
  giveUp(line: Line): void {
    if (this.#lines.get(line.principal.accountId) === line) this.#leave(line.principal.accountId);
  }

  /** Applies the roles that somebody who waits has now: who is a guest no longer comes in. */
  decide(line: Line, roles: readonly Role[]): void {
    const { accountId } = line.principal;
    if (this.#lines.get(accountId) !== line) return;
    if (!may('meeting.read', roles)) this.turnAway(accountId, 'withdrawn');
    else if (!isGuest(roles)) this.admit(accountId);
  }

  #leave(accountId: string): Line | undefined {
    const line = this.#lines.get(accountId);
    if (!line) return undefined;
    this.#lines.delete(accountId);
    this.#room.stopWaiting(accountId);
    this.#changed();
    return line;
  }
}
