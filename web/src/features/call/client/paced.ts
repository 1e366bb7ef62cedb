/** Calls at most once in so many milliseconds; the last of what came meanwhile is said at the end of it. */
export function paced<Value>(say: (value: Value) => void, everyMs: number): (value: Value) => void {
  let waiting: { value: Value } | null = null;
  let resting = false;
  const rest = (): void => {
    resting = true;
    setTimeout(() => {
      resting = false;
      const next = waiting;
      waiting = null;
      if (!next) return;
      say(next.value);
      rest();
    }, everyMs);
  };
  return (value) => {
    if (resting) {
      waiting = { value };
      return;
    }
    say(value);
    rest();
  };
}
