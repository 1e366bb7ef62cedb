export type Move = { presentationId: string; from: string | null };

export type MoveQueue = {
  /** Asks to move to a case; `shown` is the current case as the server last told it. */
  move: (presentationId: string, shown: string | null) => void;
};

type Needs = {
  send: (move: Move) => Promise<unknown>;
  /** The case this person has asked for, shown at once; undefined when the server's word is the last again. */
  onExpected: (presentationId: string | undefined) => void;
  /** True when somebody else had already moved the meeting, perhaps to this very case. */
  isStale: (error: unknown) => boolean;
  /** A move was refused, and those waiting behind it were dropped; the server's word is on the screen by then. */
  onRefused: (error: unknown) => void;
  /** Asks the server again; awaited before its word is shown, so that the screen does not jump back and forth. */
  refresh: () => Promise<unknown>;
};

/**
 * Sends the moves of one secretary one after the other, so that two quick presses are two steps. Each says from which
 * case it leaves: when somebody else has moved meanwhile the server answers `stale`, and nothing jumps twice.
 */
export function createMoveQueue({ send, onExpected, isStale, onRefused, refresh }: Needs): MoveQueue {
  let expected: string | null | undefined;
  let waiting: Move[] = [];
  let running = false;

  /** Sends what waits, and what is asked meanwhile; resolves with the refusal that stopped it. */
  async function sendAll(): Promise<{ error: unknown } | null> {
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) await send(next);
      return null;
    } catch (error) {
      waiting = [];
      expected = undefined;
      return { error };
    }
  }

  async function run(): Promise<void> {
    running = true;
    const refusal = await sendAll();
    const late = refusal !== null && isStale(refusal.error);
    if (refusal && !late) {
      onExpected(undefined);
      onRefused(refusal.error);
    }
    await refresh().catch(() => undefined); // The read itself shows why it failed.
    running = false;
    if (waiting.length > 0) return run();
    expected = undefined;
    onExpected(undefined);
    if (late) onRefused(refusal.error);
  }

  return {
    move(presentationId, shown) {
      const from = expected === undefined ? shown : expected;
      if (from === presentationId) return;
      expected = presentationId;
      waiting.push({ presentationId, from });
      onExpected(presentationId);
      if (!running) void run();
    },
  };
}
