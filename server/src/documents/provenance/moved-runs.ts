import type { Unit } from './section-units.ts';

/** Shorter runs found elsewhere are chance. */
const shortestRun = 3;

const textOf = (units: readonly Unit[]): string => units.map(({ letter }) => letter).join('');
const sorted = (units: readonly Unit[]): string =>
  units
    .map(({ letter }) => letter)
    .sort()
    .join('');

/** What an editor wrote in one go: units whose ids follow one another. */
function runsOf(units: readonly Unit[]): Unit[][] {
  const runs: Unit[][] = [];
  let last: Unit | undefined;
  for (const unit of units) {
    const follows = last && unit.id.client === last.id.client && unit.id.clock === last.id.clock + 1;
    if (follows) runs.at(-1)?.push(unit);
    else runs.push([unit]);
    last = unit;
  }
  return runs;
}

/**
 * Finds again, among what an update erases, each run that it writes: an editor that moves, cuts or dresses words erases
 * them and writes them anew. The longest first; none twice.
 */
export function movedRuns(gone: readonly Unit[], brought: readonly Unit[], moved: (was: Unit, is: Unit) => void): void {
  const shortest = sorted(gone) === sorted(brought) ? 1 : shortestRun;
  const left = textOf(gone).split('');
  const runs = runsOf(brought).filter(({ length }) => length >= shortest);
  for (const run of runs.sort((a, b) => b.length - a.length)) {
    const place = left.join('').indexOf(textOf(run));
    if (place < 0) continue;
    run.forEach((is, index) => {
      moved(gone[place + index] as Unit, is);
      // No text holds it: found once, it is not found again.
      left[place + index] = '\0';
    });
  }
}
