import type { CasePresentation } from '@concertation/shared/contracts';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { call, refreshFacts } from '../../api/index.ts';
import { AnswerKeeper, type AnswerPatch, mergePatches } from './answer-keeper.ts';

const keepers = new Map<string, AnswerKeeper>();

function keeperOf(caseId: string, presentationId: string): AnswerKeeper {
  const known = keepers.get(presentationId);
  if (known) return known;
  const keeper = new AnswerKeeper(async (body) => {
    await call('answerPresentation', { params: { caseId, presentationId }, body });
    await refreshFacts('listCasePresentations', { params: { caseId } });
  });
  keepers.set(presentationId, keeper);
  return keeper;
}

/** Sends what waits for these presentations; true when all is saved. */
export async function flushAnswers(presentationIds: readonly string[]): Promise<boolean> {
  const kept = presentationIds.flatMap((id) => keepers.get(id) ?? []);
  const flushed = await Promise.all(kept.map((keeper) => keeper.flush()));
  return flushed.every(Boolean);
}

/** The labels and answers of a presentation as their writer sees them: what was typed over what the server last said. */
export function useAnswers(caseId: string, presentation: CasePresentation) {
  const { presentationId } = presentation;
  const keeper = useMemo(() => keeperOf(caseId, presentationId), [caseId, presentationId]);
  useSyncExternalStore(
    useCallback((tell: () => void) => keeper.subscribe(tell), [keeper]),
    () => keeper.version,
  );
  // Leaving the step sends what still waits; leaving the page asks first, as long as something is not saved.
  useEffect(() => () => void keeper.flush(), [keeper]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (keeper.state !== 'saved') event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [keeper]);
  const { labels, answers } = mergePatches(
    { labels: presentation.labels, answers: presentation.answers },
    keeper.unsaved,
  );
  return {
    labels: labels ?? [],
    answers: answers ?? {},
    state: keeper.state,
    error: keeper.error,
    keep: (patch: AnswerPatch) => keeper.keep(patch),
    retry: () => void keeper.flush(),
  };
}
