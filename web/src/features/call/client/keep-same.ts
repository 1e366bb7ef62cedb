/**
 * The next value of something told again and again, in which every part equal to the one before is the one before: screens
 * that compare by identity redraw only what changed. For what comes from JSON.
 */
export function keepSame<Value>(previous: unknown, next: Value): Value {
  if (Object.is(previous, next)) return next;
  if (Array.isArray(previous) && Array.isArray(next)) return keepList(previous, next) as Value;
  if (isRecord(previous) && isRecord(next)) return keepRecord(previous, next) as Value;
  return next;
}

function keepList(previous: unknown[], next: unknown[]): unknown[] {
  const kept = next.map((item, index) => keepSame(previous[index], item));
  return kept.length === previous.length && kept.every((item, index) => item === previous[index]) ? previous : kept;
}

function keepRecord(previous: Record<string, unknown>, next: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.fromEntries(Object.entries(next).map(([key, value]) => [key, keepSame(previous[key], value)]));
  const keys = Object.keys(kept);
  const same = keys.length === Object.keys(previous).length && keys.every((key) => kept[key] === previous[key]);
  return same ? previous : kept;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
