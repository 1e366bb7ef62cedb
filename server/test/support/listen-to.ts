import type { Database, Topic } from '../../src/database/index.ts';

/** Listens to one topic as another process would; `payload` is awaited for as long as the test file may run. */
export async function listenTo(
  database: Database,
  topic: Topic,
): Promise<{ heard: (payload: string) => Promise<void> }> {
  const seen = new Set<string>();
  const waiting = new Map<string, () => void>();
  await database.raw.listen(topic, (payload) => {
    seen.add(payload);
    waiting.get(payload)?.();
  });
  return {
    heard: (payload) => (seen.has(payload) ? Promise.resolve() : new Promise((done) => waiting.set(payload, done))),
  };
}
