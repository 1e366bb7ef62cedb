import type { ConnectionTest } from '@concertation/shared/contracts';
import type { CheckName, Found } from './checks.ts';
import { bestPath } from './paths.ts';

type States = Readonly<Record<CheckName, Found | 'waiting' | 'checking'>>;

/** The longest that the contract carries, for a network that never answered. */
const noAnswer = 600_000;

/** What is recorded of a test. Signalling that did not pass is a road that nobody can take: `none`. */
export function outcomeOf(states: States): ConnectionTest {
  const found = (name: CheckName): Found | null => {
    const state = states[name];
    return typeof state === 'object' ? state : null;
  };
  const passed = (name: CheckName): boolean => found(name)?.passed ?? false;
  const media = found('media');
  const rates = found('bandwidth')?.rates;
  return {
    browser: passed('browser'),
    network: passed('network'),
    live: passed('live'),
    storage: passed('storage'),
    microphone: passed('microphone'),
    camera: passed('camera'),
    delay: found('network')?.delay ?? noAnswer,
    media: !media || media.paths === null ? null : media.paths ? bestPath(media.paths) : 'none',
    download: rates?.download ?? null,
    upload: rates?.upload ?? null,
  };
}
