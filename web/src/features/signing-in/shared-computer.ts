import { useState } from 'react';
import { readSetting, writeSetting } from '../../lib/index.ts';

const name = 'sharedComputer';

/** « Poste partagé », remembered of the computer and of nobody: a ward's stays one for whoever comes next. */
export function useSharedComputer(): [shared: boolean, setShared: (shared: boolean) => void] {
  const [shared, setShared] = useState(readSetting(name) === 'yes');
  return [
    shared,
    (next) => {
      setShared(next);
      writeSetting(name, next ? 'yes' : null);
    },
  ];
}
