import type { Principal } from '../../access/index.ts';
import type { Logger } from '../../lib/index.ts';

/** How attendance becomes rows. */
export type AttendancePort = {
  /** Opens a row, or continues one; returns its id. */
  arrived(meetingId: string, principal: Principal): Promise<string>;
  left(attendanceIds: string[]): Promise<void>;
  /** Still there: what remains known when the server dies. */
  alive(attendanceIds: string[]): Promise<void>;
};

type Presence = {
  meetingId: string;
  principal: Principal;
  channels: number;
  row: Promise<string | null>;
  leaving: NodeJS.Timeout | null;
};

/** A tab closed and opened again, a train in a tunnel: not a departure. */
const graceMs = 15_000;
const aliveEveryMs = 30_000;

/**
 * Who is in a meeting, from the live channels of its document and the seats of its call: one row per account and
 * presence, whatever the number of tabs (rule SYNC-18). The port's failures are logged and tried again at the next beat.
 */
export class LiveAttendance {
  readonly #port: AttendancePort;
  readonly #log: Logger;
  readonly #graceMs: number;
  readonly #present = new Map<string, Presence>();
  readonly #beat: NodeJS.Timeout;

  constructor(port: AttendancePort, log: Logger, grace = graceMs) {
    this.#port = port;
    this.#log = log;
    this.#graceMs = grace;
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

  async #arrive(meetingId: string, principal: Principal): Promise<string | null> {
    try {
      return await this.#port.arrived(meetingId, principal);
    } catch (error) {
      this.#log.error({ err: error, meetingId }, 'arrival not recorded, will be retried');
      return null;
    }
  }

  async #leave(present: readonly Presence[]): Promise<void> {
    try {
      const ids = await rowsOf(present);
      if (ids.length > 0) await this.#port.left(ids);
    } catch (error) {
      this.#log.error({ err: error }, 'departures not recorded: closed later from the last time seen');
    }
  }

  async #stillAlive(): Promise<void> {
    const present = [...this.#present.values()];
    try {
      for (const one of present) if ((await one.row) === null) one.row = this.#arrive(one.meetingId, one.principal);
      const ids = await rowsOf(present);
      if (ids.length > 0) await this.#port.alive(ids);
    } catch (error) {
      this.#log.error({ err: error }, 'attendance not refreshed');
    }
  }
}

const keyOf = (meetingId: string, { accountId }: Principal): string => `${meetingId} ${accountId}`;

async function rowsOf(present: readonly Presence[]): Promise<string[]> {
  const ids = await Promise.all(present.map(({ row }) => row));
  return ids.filter((id) => id !== null);
}
