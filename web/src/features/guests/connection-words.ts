import { type ConnectionTest, type ExpectedConnection, longestDelay } from '@concertation/shared/contracts';

export type ConnectionState = 'passed' | 'failed' | 'never';
export type ConnectionProblem = 'browser' | 'network' | 'live' | 'storage' | 'microphone' | 'delay';

/** How somebody's latest test ended. */
export function connectionState({ test }: ExpectedConnection): ConnectionState {
  return test === null ? 'never' : test.passed ? 'passed' : 'failed';
}

/** What a test found wrong, most basic first. */
export function connectionProblems(outcome: ConnectionTest): ConnectionProblem[] {
  const needed = ['browser', 'network', 'live', 'storage', 'microphone'] as const;
  const wrong: ConnectionProblem[] = needed.filter((name) => !outcome[name]);
  return outcome.delay > longestDelay ? [...wrong, 'delay'] : wrong;
}

/** Those who need help come first, then those of whom nothing is known; in each group the order given. */
export function byNeed(expected: readonly ExpectedConnection[]): ExpectedConnection[] {
  const groups: ConnectionState[] = ['failed', 'never', 'passed'];
  return groups.flatMap((state) => expected.filter((one) => connectionState(one) === state));
}

/** Kilobits as megabits, in few digits: « 12 », « 3.4 ». */
export function inMegabits(kilobits: number): number {
  const megabits = kilobits / 1000;
  return megabits >= 10 ? Math.round(megabits) : Math.round(megabits * 10) / 10;
}
