import { Agent, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { SearchTimes } from './messages.ts';
import type { Searches } from './searches.ts';

const people = 50;
const warmingMs = 2000;

/** Milliseconds in order to what is said of them. */
export function summarise(times: number[]): SearchTimes {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), answers: sorted.length };
}

/** Each person comes from an address of their own: one address may search 120 times a minute. */
function ask(agent: Agent, address: string, port: number, text: string): Promise<number> {
  const begun = performance.now();
  const path = `/api/directory/professionals?search=${encodeURIComponent(text)}`;
  return new Promise((done, failed) => {
    const request = get({ agent, localAddress: address, host: '127.0.0.1', port, path }, (response) => {
      response.on('error', failed).on('end', () => {
        if (response.statusCode === 200) done(performance.now() - begun);
        else failed(new Error(`the search answered ${response.statusCode}`));
      });
      response.resume();
    });
    request.on('error', failed);
  });
}

/** Fifty people search, each every `everyMs`, all kinds mixed, for so many seconds after two of warming up. */
export async function searchAsPeople(
  port: number,
  searches: Searches,
  { seconds, everyMs }: { seconds: number; everyMs: number },
): Promise<Map<string, SearchTimes>> {
  const kinds = [...searches.entries()];
  const times = new Map<string, number[]>(kinds.map(([kind]) => [kind, []]));
  const warm = performance.now() + warmingMs;
  const until = warm + seconds * 1000;
  await Promise.all(
    Array.from({ length: people }, async (_, person) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      await pause((person * everyMs) / people);
      for (let turn = person; performance.now() < until; turn += 1) {
        const [kind, texts] = kinds[turn % kinds.length] as (typeof kinds)[number];
        const text = texts[(turn * people + person) % texts.length] as string;
        const taken = await ask(agent, `127.0.0.${person + 2}`, port, text);
        if (performance.now() > warm) times.get(kind)?.push(taken);
        await pause(Math.max(0, everyMs - taken));
      }
      agent.destroy();
    }),
  );
  const all = [...times.values()].flat();
  return new Map([['all together', all] as const, ...times].map(([kind, list]) => [kind, summarise(list)]));
}
