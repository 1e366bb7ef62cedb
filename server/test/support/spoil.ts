type Random = () => number;

const bad: ((random: Random) => unknown)[] = [
  () => null,
  () => undefined,
  () => true,
  () => '',
  () => [],
  () => ({}),
  () => -1,
  () => 0,
  () => 0.5,
  () => 255,
  () => 256,
  () => 2 ** 32,
  () => Number.MAX_SAFE_INTEGER,
  () => 1e308,
  () => 'é\u0000\u202E',
  () => 'x'.repeat(10_000),
  () => [[[[]]]],
  () => ({ length: 3 }),
  () => JSON.parse('{"__proto__": {"codecs": 1}, "constructor": "x"}') as unknown,
  (random) => Math.floor(random() * 2 ** 32),
  (random) => String.fromCodePoint(97 + Math.floor(random() * 26)),
];

const pick = <Item>(items: readonly Item[], random: Random): Item => items[Math.floor(random() * items.length)] as Item;
type Place = { holder: Record<string, unknown>; key: string };

function places(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...places(holder[key])]);
}

function spoilOnce(value: unknown, random: Random): void {
  const all = places(value);
  if (all.length === 0) return;
  const { holder, key } = pick(all, random);
  const act = random();
  if (act < 0.6) holder[key] = pick(bad, random)(random);
  else if (act < 0.7) delete holder[key];
  else if (act < 0.8) holder[`${key}2`] = holder[key];
  else if (act < 0.9) holder[key] = structuredClone(pick(all, random).holder);
  else if (Array.isArray(holder[key])) holder[key] = [...holder[key], ...holder[key]];
  else if (typeof holder[key] === 'number') holder[key] = holder[key] + 1;
}

/** A copy in which one to three things are wrong, or odd, or just different. The same seed spoils in the same way. */
export function spoil(parameters: Record<string, unknown>, random: Random): Record<string, unknown> {
  const copy = structuredClone(parameters);
  for (let times = 1 + Math.floor(random() * 3); times > 0; times -= 1) spoilOnce(copy, random);
  return copy;
}
