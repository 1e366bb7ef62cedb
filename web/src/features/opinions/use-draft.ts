import type { OpinionRequest } from '@concertation/shared/contracts';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { call } from '../../api/index.ts';
import { DraftKeeper } from './draft-keeper.ts';

const keepers = new Map<string, DraftKeeper>();

function keeperOf({ caseId, opinionId }: OpinionRequest): DraftKeeper {
  const known = keepers.get(opinionId);
  if (known) return known;
  const keeper = new DraftKeeper((draft) =>
    call('saveOpinionDraft', { params: { caseId, opinionId }, body: { draft } }),
  );
  keepers.set(opinionId, keeper);
  return keeper;
}

/** What somebody had written here and did not send: another answered, or the request was withdrawn. */
export const unsentText = (opinionId: string): string => keepers.get(opinionId)?.text ?? '';

/** The answer being written: what was typed here over what the server keeps, and whether it is kept. */
export function useDraft(opinion: OpinionRequest) {
  const [keeper] = useState(() => keeperOf(opinion));
  useSyncExternalStore(keeper.subscribe, keeper.version);
  const [text, setText] = useState(() => keeper.unsent ?? opinion.draft);
  useEffect(() => () => void keeper.flush(), [keeper]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (keeper.state !== 'kept') event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [keeper]);
  return {
    text,
    state: keeper.state,
    error: keeper.error,
    write: (typed: string) => {
      setText(typed);
      keeper.keep(typed);
    },
    retry: () => void keeper.flush(),
    /** The answer is given: nothing more is kept of the draft. */
    done: () => keeper.stop(),
  };
}
