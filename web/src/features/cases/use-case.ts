import { useEffect } from 'react';
import { refreshFacts, useRead } from '../../api/index.ts';
import type { DocumentHandle } from '../../sync/index.ts';

/** A case's rows, read again whenever the server says that they changed behind its document. */
export function useCase(caseId: string, { onFacts, withdrawn }: Pick<DocumentHandle, 'onFacts' | 'withdrawn'>) {
  const params = { params: { caseId } };
  useEffect(
    () =>
      onFacts(() => {
        void refreshFacts('readCase', { params: { caseId } });
        void refreshFacts('listOpinions', { params: { caseId } });
        void refreshFacts('listFiles', { params: { caseId } });
        void refreshFacts('listCasePresentations', { params: { caseId } });
        void refreshFacts('readConsent', { params: { caseId } });
        void refreshFacts('listCorrespondents', { params: { caseId } });
        void refreshFacts('listEmergencies', { params: { caseId } });
      }),
    [onFacts, caseId],
  );
  useEffect(() => {
    if (withdrawn === 'withdrawn') void refreshFacts('readCase', { params: { caseId } });
  }, [withdrawn, caseId]);
  return useRead('readCase', params);
}
