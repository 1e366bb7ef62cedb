import postgres from 'postgres';
import { Child } from '../child.ts';
import type { PagesReady, PageTimes, Visitor } from './messages.ts';

/** What each page asks of the server when it opens, at once. `health` asks for nothing: what the machine itself costs. */
const pages: Record<string, (visitor: Visitor, turn: number) => string[]> = {
  health: () => ['/api/health'],
  home: () => ['/api/me', '/api/cases', '/api/meetings', '/api/notifications'],
  'home, filtered and searched': (_, turn) => [`/api/cases?pending=true&search=${names[turn % names.length]}`],
  board: ({ boardId }) => [`/api/boards/${boardId}`, `/api/boards/${boardId}/meetings`],
  meeting: ({ meetingId }) => [`/api/meetings/${meetingId}`],
  'search of boards': (_, turn) => [`/api/boards?search=${encodeURIComponent(typed[turn % typed.length] as string)}`],
};
const names = ['martin', 'berti', 'lam', '1952', 'roule'];
const typed = ['digestiv', 'thyroide', 'hematologie lille', 'sarcome', 'pediatrie nimes'];

/** As for the editors: what a process does for the first time is not what a day is made of. */
const warmingMs = 2000;

/** How often one person opens a page. */
const everyMs = 2000;

async function visit(origin: string, visitor: Visitor, paths: string[]): Promise<number> {
  const begun = performance.now();
  await Promise.all(
    paths.map(async (path) => {
      const response = await fetch(origin + path, { headers: { cookie: visitor.cookie } });
      const body = await response.text();
      if (!response.ok) throw new Error(`${path} answered ${response.status}: ${body}`);
    }),
  );
  return performance.now() - begun;
}

/**
 * Fifty people open a page, each every two seconds for `seconds`, one kind of page after the other: how long until
 * everything that the page asks is there, in milliseconds.
 */
export async function measurePages(
  socketDirectory: string,
  { size, seconds }: { size: string; seconds: number },
): Promise<PageTimes[]> {
  const cluster = postgres({ path: `${socketDirectory}/.s.PGSQL.5432`, username: 'app', database: 'postgres', max: 1 });
  await cluster`create database pages`;
  await cluster.end();
  const child = new Child<never, PagesReady>('./pages/target.ts', 0, [socketDirectory, size]);
  const { port, visitors } = await child.next('ready');
  const origin = `http://localhost:${port}`;
  const results: PageTimes[] = [];
  for (const [page, paths] of Object.entries(pages)) {
    const times: number[] = [];
    const warm = performance.now() + warmingMs;
    const until = warm + seconds * 1000;
    await Promise.all(
      visitors.map(async (visitor, at) => {
        await new Promise((go) => setTimeout(go, (at * everyMs) / visitors.length));
        for (let turn = at; performance.now() < until; turn += 1) {
          const taken = await visit(origin, visitor, paths(visitor, turn));
          if (performance.now() > warm) times.push(taken);
          await new Promise((go) => setTimeout(go, Math.max(0, everyMs - taken)));
        }
      }),
    );
    times.sort((a, b) => a - b);
    const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN;
    results.push({ page, p50: at(0.5), p95: at(0.95), answers: times.length });
  }
  await child.end();
  return results;
}
