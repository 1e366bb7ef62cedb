import { useEffect, useRef, useState } from 'react';
import { useCommand } from '../../../api/index.ts';
import { type CheckName, checkNames, type Found, makeCheck } from './checks.ts';
import { outcomeOf } from './outcome-of.ts';

export type CheckState = 'waiting' | 'checking' | Found;
export type States = Record<CheckName, CheckState>;

const all = (state: CheckState): States => Object.fromEntries(checkNames.map((name) => [name, state])) as States;

/** One test after another, from a press; its outcome is recorded, and can be sent again when that failed. */
export function useConnectionTest() {
  const [states, setStates] = useState(() => all('waiting'));
  const [running, setRunning] = useState(false);
  const record = useCommand('recordConnectionTest', { refreshes: ['readConnectionTest'] });
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);

  const save = (found: States) => record.mutate({ body: outcomeOf(found) });
  const run = async () => {
    setRunning(true);
    record.reset();
    let found = all('waiting');
    for (const name of checkNames) {
      setStates({ ...found, [name]: 'checking' });
      found = { ...found, [name]: await makeCheck(name) };
      // Nobody is asked for a camera on a page that they left.
      if (!here.current) return;
    }
    setStates(found);
    setRunning(false);
    save(found);
  };
  return { states, running, record, run: () => void run(), saveAgain: () => save(states) };
}
