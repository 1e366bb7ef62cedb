import type { Principal } from '../../access/index.ts';
import type { Logger } from '../../lib/index.ts';

/** How attendance becomes rows. */
export type AttendancePort = {
  /** Opens a row; returns its id, or null where there is nothing to attend any more. */
  arrived(meetingId: string, principal: Principal): Promise<string | null>;
  left(attendanceIds: string[]): Promise<void>;
  /** Still there: what remains known when the server dies. Returns those whose row is still open. */
  alive(attendanceIds: string[]): Promise<string[]>;
};

/** What was written of an arrival: a row, nothing since the meeting is over, or nothing yet since it could not be. */
type Written = { id: string } | 'over' | 'failed';

type Presence = {
  meetingId: string;
  principal: Principal;
  channels: number;
  row: Promise<Written>;
  leaving: NodeJS.Timeout | null;
};

/** `graceMs`: a tab closed and opened again, a train in a tunnel, are not a departure. */
const usualPace = { graceMs: 15_000, aliveEveryMs: 30_000 };

/**
 * Who is in a meeting, from the live channels of its document and the seats of its call: one row per account and
 * presence, whatever the number of tabs (rule SYNC-18). The port's failures are logged and tried again at the next beat;
 * so is the row of somebody who is there but was taken for gone while the storage was away.
 */
export class LiveAttendance {
  readonly #port: AttendancePort;
  readonly #log: Logger;
  readonly #graceMs: number;
  readonly #present = new Map<string, Presence>();
  readonly #beat: NodeJS.Timeout;

  constructor(port: AttendancePort, log: Logger, { graceMs, aliveEveryMs } = usualPace) {
    this.#port = port;
    this.#log = log;
    this.#graceMs = graceMs;
    this.#beat = setInterval(() => void this.#stillAlive(), aliveEveryMs);
    this.#beat.unref();
  }

  opened(meetingId: string, principal: Principal): void {
    const key = keyOf(meetingId, principal);
    const present = this.#present.get(key);
    if (present) {
      if (present.leaving) clearTimeout(present.leaving);
      present.leaving = null;
      present.channels += 1;
      return;
    }
    this.#present.set(key, {
      meetingId,
      principal,
      channels: 1,
      row: this.#arrive(meetingId, principal),
      leaving: null,
    });
  }

  closed(meetingId: string, principal: Principal): void {
    const key = keyOf(meetingId, principal);
    const present = this.#present.get(key);
    if (!present) return;
    present.channels -= 1;
    if (present.channels > 0) return;
    present.leaving = setTimeout(() => {
      this.#present.delete(key);
      void this.#leave([present]);
    }, this.#graceMs);
  }

  /** Everybody leaves, because the server stops. */
  async close(): Promise<void> {
    clearInterval(this.#beat);
    const present = [...this.#present.values()];
    for (const { leaving } of present) if (leaving) clearTimeout(leaving);
    this.#present.clear();
    await this.#leave(present);
  }

  async #arrive(meetingId: string, principal: Principal): Promise<Written> {
    try {
      const id = await this.#port.arrived(meetingId, principal);
      return id === null ? 'over' : { id };
    } catch (error) {
      this.#log.error({ err: error, meetingId }, 'arrival not recorded, will be retried');
      return 'failed';
    }
  }

  async #leave(present: readonly Presence[]): Promise<void> {
    try {
      const ids = idsOf(await Promise.all(present.map(({ row }) => row)));
      if (ids.length > 0) await this.#port.left(ids);
    } catch (error) {
      this.#log.error({ err: error }, 'departures not recorded: closed later from the last time seen');
    }
  }

  async #stillAlive(): Promise<void> {
    const present = [...this.#present.values()].map((one) => ({ one, row: one.row }));
    try {
      const written = await Promise.all(present.map(({ row }) => row));
      const ids = idsOf(written);
      const open = new Set(ids.length > 0 ? await this.#port.alive(ids) : []);
      for (const [index, { one, row }] of present.entries()) {
        const line = written[index];
        const isMissing = line === 'failed' || (typeof line === 'object' && !open.has(line.id));
        // Meanwhile they may have left, or another beat have opened their row.
        const isCurrent = one.row === row && this.#present.get(keyOf(one.meetingId, one.principal)) === one;
        if (isMissing && isCurrent) one.row = this.#arrive(one.meetingId, one.principal);
      }
    } catch (error) {
      this.#log.error({ err: error }, 'attendance not refreshed');
    }
  }
}

const keyOf = (meetingId: string, { accountId }: Principal): string => `${meetingId} ${accountId}`;

const idsOf = (written: Written[]): string[] => written.flatMap((line) => (typeof line === 'object' ? [line.id] : []));
