import { documentName, parseDocumentName } from '@concertation/shared/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import {
  AccessLost,
  CaseBar,
  CaseDocument,
  CorrespondentsPanel,
  OpinionsPanel,
  SharingPanel,
  useCase,
} from '../features/cases/index.ts';
import { AddToCohortButton } from '../features/cohorts/index.ts';
import { ColleaguePicker } from '../features/directory/index.ts';
import { EmergenciesLink, EmergenciesPanel, EmergencyBanner } from '../features/emergency/index.ts';
import { AskOpinionButton } from '../features/opinions/index.ts';
import { FilesPanel } from '../features/files/index.ts';
import { CorrectIdentityDialog } from '../features/patients/index.ts';
import { ConsentPanel, PresentationsPanel } from '../features/presenting/index.ts';
import { presentPatientName } from '../lib/index.ts';
import { useDocument } from '../sync/index.ts';
import { Button, ErrorNotice, IdentityBanner, PageHeader, Spinner, useFormats } from '../ui/index.ts';
import { CaseEmergency } from './case-emergency.tsx';
import styles from './case.module.css';
import { NotFoundPage } from './not-found.tsx';

function OpenCase({ caseId }: { caseId: string }) {
  const { t } = useTranslation('cases');
  const { t: words } = useTranslation('presenting');
  const { t: files } = useTranslation('files');
  const { date, meetingTime } = useFormats();
  const handle = useDocument(documentName('case', caseId));
  const read = useCase(caseId, handle);
  const [correcting, setCorrecting] = useState(false);
  const refused =
    handle.withdrawn === 'withdrawn' || read.error?.code === 'not_found' || read.error?.code === 'forbidden';
  if (refused) return <AccessLost handle={handle} more={<CaseEmergency />} />;
  if (!read.data)
    return read.error ? (
      <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />
    ) : (
      <Spinner size="block" label={t('loading')} />
    );
  const { patient, meeting, abilities, emergencyEndsAt } = read.data;
  const name = presentPatientName(patient);
  return (
    <>
      <PageHeader
        title={t('title')}
        documentTitle={t('documentTitle', { name, sex: patient.sex, birthDate: date(patient.birthDate) })}
        back={{ href: '/', label: t('back') }}
        subtitle={
          meeting && (
            <a href={`/reunions/${meeting.meetingId}`}>
              {t('presented', { board: meeting.boardName, date: meetingTime(meeting.startsAt) })}
            </a>
          )
        }
        actions={
          <>
            <AddToCohortButton caseId={caseId} />
            {abilities.includes('case.share') && (
              <Button icon="edit" onPress={() => setCorrecting(true)}>
                {t('actions.correct')}
              </Button>
            )}
          </>
        }
      />
      {emergencyEndsAt && <EmergencyBanner endsAt={emergencyEndsAt} />}
      <CaseBar patient={patient} handle={handle} />
      <nav className={styles.parts} aria-label={t('parts')}>
        {abilities.includes('case.share') && <EmergenciesLink caseId={caseId} />}
        <a href="#fiche">{t('sheet')}</a>
        <a href="#presentations">{words('panel.title')}</a>
        <a href="#documents">{files('title')}</a>
        <a href="#commentaires">{t('opinions.title')}</a>
        <a href="#correspondants">{t('correspondents.title')}</a>
        <a href="#partage">{t('sharing.title')}</a>
      </nav>
      <div className={styles.columns}>
        <CaseDocument handle={handle} />
        <div className={styles.aside}>
          {abilities.includes('case.share') && <EmergenciesPanel caseId={caseId} />}
          <PresentationsPanel
            caseId={caseId}
            shares={abilities.includes('case.share')}
            registered={read.data.registered}
          />
          <FilesPanel
            caseId={caseId}
            mayWrite={abilities.includes('case.write')}
            identity={<IdentityBanner patient={patient} variant="line" />}
          />
          <OpinionsPanel
            caseId={caseId}
            actions={
              abilities.includes('case.share') && (
                <AskOpinionButton caseId={caseId} renderPicker={(slot) => <ColleaguePicker {...slot} />} />
              )
            }
          />
          <ConsentPanel caseId={caseId} me={handle.me.name} editable={abilities.includes('case.write')} />
          <CorrespondentsPanel
            caseId={caseId}
            mayWrite={abilities.includes('case.correspond')}
            renderPicker={(slot) => <ColleaguePicker {...slot} />}
          />
          <SharingPanel
            detail={read.data}
            accountId={handle.me.accountId}
            renderPicker={(slot) => <ColleaguePicker {...slot} />}
          />
        </div>
      </div>
      {correcting && <CorrectIdentityDialog caseId={caseId} patient={patient} onClose={() => setCorrecting(false)} />}
    </>
  );
}

/** `/dossiers/:caseId`: a patient's sheet, the opinions on it, who has access. */
export function CasePage() {
  const { caseId = '' } = useParams();
  if (!parseDocumentName(documentName('case', caseId))) return <NotFoundPage />;
  return <OpenCase key={caseId} caseId={caseId} />;
}
