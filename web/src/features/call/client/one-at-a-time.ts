/**
 * A task that runs one pass at a time: asked for during a pass, it runs once more after it, however often it was asked.
 * The promise ends with the pass that began after the call. A pass must not throw.
 */
export function oneAtATime(pass: () => Promise<void>): () => Promise<void> {
  let busy = false;
  let next: PromiseWithResolvers<void> | null = null;
  const run = async (): Promise<void> => {
    busy = true;
    await pass();
    const asked = next;
    next = null;
    // Decided in one step: between two passes nobody finds the task idle and begins a second one beside it.
    busy = asked !== null;
    if (asked) void run().then(asked.resolve);
  };
  return () => {
    if (!busy) return run();
    next ??= Promise.withResolvers();
    return next.promise;
  };
}
