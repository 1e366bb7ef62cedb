import type { Person } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useRead } from '../api/index.ts';
import { ColleaguePicker } from '../features/directory/index.ts';
import { NewPatientForm } from '../features/patients/index.ts';
import { usePrepare } from './use-prepare.ts';

/** The identity of a new patient, then their case in preparation for the meeting that was chosen, if any. */
export function NewCase({ meetingId }: { meetingId: string | null }) {
  const { t } = useTranslation('patients');
  const navigate = useNavigate();
  const me = useRead('readMe');
  const { prepare } = usePrepare();
  const [referent, setReferent] = useState<Person | null>(null);
  return (
    <NewPatientForm
      referentId={referent?.accountId ?? null}
      referentField={
        <ColleaguePicker
          label={t('page.referent')}
          description={t('page.referentWords')}
          value={referent}
          onChange={setReferent}
          excluded={me.data ? [me.data.accountId] : []}
        />
      }
      onCreated={(caseId) => prepare(caseId, meetingId)}
      onOpen={async (caseId) => (meetingId ? prepare(caseId, meetingId) : navigate(`/dossiers/${caseId}`))}
    />
  );
}
