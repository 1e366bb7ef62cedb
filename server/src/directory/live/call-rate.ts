/** Lets so many calls through a second; a call waits for its turn. */
export type CallRate = {
  /** Resolves when the call may leave; false when its turn is further than `longestWaitMs`. */
  turn: () => Promise<boolean>;
};

/** Waits until an instant of `performance.now()`: a timer may fire a moment early. */
async function until(instant: number): Promise<void> {
  for (let left = instant - performance.now(); left > 0; left = instant - performance.now())
    await new Promise((go) => setTimeout(go, Math.ceil(left)));
}

/**
 * At most `calls` in any window of a second, first come first served: the limit of the directory on line is for the whole
 * application, and beyond it everybody is refused. Source: domain.md 3.3.
 */
export function createCallRate(calls: number, longestWaitMs: number, windowMs = 1000): CallRate {
  /** Of the last calls: when each is to leave, and when it really left, which a busy machine makes later. */
  const turns: { planned: number; left: Promise<number> }[] = [];
  return {
    turn: async () => {
      const before = turns.length >= calls ? turns[turns.length - calls] : undefined;
      const now = performance.now();
      const planned = Math.max(now, (before?.planned ?? Number.NEGATIVE_INFINITY) + windowMs);
      if (planned - now > longestWaitMs) return false;
      const last = turns.at(-1);
      const leave = async (): Promise<number> => {
        await last?.left;
        if (before) await until((await before.left) + windowMs);
        return performance.now();
      };
      const left = leave();
      turns.push({ planned, left });
      turns.splice(0, turns.length - calls);
      await left;
      return true;
    },
  };
}
