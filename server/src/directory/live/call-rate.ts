/** Lets so many calls through a second; a call waits for its turn. */
export type CallRate = {
  /** Resolves when the call may leave; false when its turn is further than `longestWaitMs`. */
  turn: () => Promise<boolean>;
};

/**
 * At most `calls` in any window of a second, first come first served: the limit of the directory on line is for the whole
 * application, and beyond it everybody is refused. Source: domain.md 3.3.
 */
export function createCallRate(calls: number, longestWaitMs: number, windowMs = 1000): CallRate {
  /** When each of the last calls left, or will leave. */
  const turns: number[] = [];
  return {
    turn: async () => {
      const now = performance.now();
      const before = turns.length >= calls ? (turns[turns.length - calls] as number) : Number.NEGATIVE_INFINITY;
      const at = Math.max(now, before + windowMs);
      if (at - now > longestWaitMs) return false;
      turns.push(at);
      turns.splice(0, turns.length - calls);
      if (at > now) await new Promise((go) => setTimeout(go, at - now));
      return true;
    },
  };
}
