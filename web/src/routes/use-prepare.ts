import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../api/index.ts';
import type { Choosing } from '../features/presenting/index.ts';
import { useToast } from '../ui/index.ts';

/**
 * Puts a case in preparation for a meeting, then opens its three steps. A date that is refused does not hold the case
 * back: it is said, and another one is chosen at the second step.
 */
export function usePrepare() {
  const { t } = useTranslation('presenting');
  const navigate = useNavigate();
  const { show } = useToast();
  const choose = useCommand('choosePresentation', { refreshes: ['listCasePresentations'] });
  const [choosing, setChoosing] = useState<Choosing>({ caseId: null, error: null });
  const open = (caseId: string, step: 1 | 2) => navigate(`/dossiers/${caseId}/preparation?etape=${step}`);
  return {
    choosing,
    /** For a case that exists: a refusal stays on the screen. */
    choose: async (caseId: string, meetingId: string): Promise<void> => {
      setChoosing({ caseId, error: null });
      try {
        await choose.mutateAsync({ params: { caseId }, body: { meetingId } });
        await open(caseId, 1);
      } catch (error) {
        setChoosing({ caseId: null, error });
      }
    },
    prepare: async (caseId: string, meetingId: string | null): Promise<void> => {
      if (meetingId === null) return open(caseId, 1);
      try {
        await choose.mutateAsync({ params: { caseId }, body: { meetingId } });
        await open(caseId, 1);
      } catch (error) {
        const reason = error instanceof Error ? error.message : '';
        show({ tone: 'danger', message: t('page.notChosen', { reason }) });
        await open(caseId, 2);
      }
    },
  };
}
