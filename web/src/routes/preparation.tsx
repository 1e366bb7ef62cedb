import { documentName, parseDocumentName } from '@concertation/shared/domain';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import { useRead } from '../api/index.ts';
import { AccessLost, CaseBar, CaseSections, useCase } from '../features/cases/index.ts';
import { ColleaguePicker } from '../features/directory/index.ts';
import { FilesPanel, QuestionFile } from '../features/files/index.ts';
import { AskOpinionButton } from '../features/opinions/index.ts';
import { CorrectIdentityDialog } from '../features/patients/index.ts';
import {
  ConsentPanel,
  PresentationsPanel,
  QuestionsStep,
  readStep,
  RegisterPanel,
  type Step,
  StepBar,
} from '../features/presenting/index.ts';
import { presentPatientName } from '../lib/index.ts';
import { type DocumentHandle, useDocument } from '../sync/index.ts';
import { Button, ErrorNotice, IdentityBanner, LinkButton, Notice, PageHeader, Panel, Spinner } from '../ui/index.ts';
import { NotFoundPage } from './not-found.tsx';
import styles from './preparation.module.css';

type Props = {
  caseId: string;
  shares: boolean;
  writes: boolean;
  registered: boolean;
  /** The patient, said over each document that is looked at. */ identity: ReactNode;
};
const addressOf = (caseId: string, step: Step) => `/dossiers/${caseId}/preparation?etape=${step}`;

/** The way on at the foot of a step: « Suivant » after the first two. Source: SC-69. */
function StepEnd({ caseId, step, children }: { caseId: string; step: Step; children?: ReactNode }) {
  const { t } = useTranslation('presenting');
  return (
    <div className={styles.end}>
      <LinkButton variant="quiet" href={`/dossiers/${caseId}`}>
        {t('steps.leave')}
      </LinkButton>
      <span className={styles.ways}>
        {step > 1 && (
          <LinkButton href={addressOf(caseId, (step - 1) as Step)} icon="back">
            {t('steps.previous')}
          </LinkButton>
        )}
        {step < 3 && (
          <LinkButton variant="primary" href={addressOf(caseId, (step + 1) as Step)}>
            {t('steps.next')}
          </LinkButton>
        )}
        {children}
      </span>
    </div>
  );
}

function ClinicalSummary({ handle, caseId, writes, identity }: Props & { handle: DocumentHandle }) {
  const { t } = useTranslation('presenting');
  return (
    <>
      <CaseSections handle={handle} sections={['diagnosis', 'history', 'question', 'summary']} />
      <p className={styles.note}>{t('page.sheetMore')}</p>
      <FilesPanel caseId={caseId} mayWrite={writes} identity={identity} />
    </>
  );
}

function Expertises({ caseId, shares, registered }: Props) {
  const { t } = useTranslation('presenting');
  const consent = useRead('readConsent', { params: { caseId } });
  const objected = consent.data?.opposition === 'objected';
  return (
    <>
      <PresentationsPanel caseId={caseId} shares={shares} registered={registered} linked={false} objected={objected} />
      {shares && !objected && (
        <Panel
          title={t('opinion.title')}
          actions={<AskOpinionButton caseId={caseId} renderPicker={(slot) => <ColleaguePicker {...slot} />} />}
        >
          <p>{t('opinion.words')}</p>
        </Panel>
      )}
    </>
  );
}

function Information({ caseId, shares, writes, registered, identity }: Props) {
  const me = useRead('readMe');
  const navigate = useNavigate();
  return (
    <>
      <QuestionsStep
        caseId={caseId}
        renderFile={({ key, label, mandatory }, presentationId) => (
          <QuestionFile
            caseId={caseId}
            presentationId={presentationId}
            questionKey={key}
            label={label}
            isRequired={mandatory}
            mayWrite={writes}
            identity={identity}
          />
        )}
      />
      {me.data && <ConsentPanel caseId={caseId} me={me.data.name} editable={writes} />}
      {shares && (
        <RegisterPanel
          caseId={caseId}
          registered={registered}
          onRegistered={() => void navigate(`/dossiers/${caseId}`)}
        />
      )}
    </>
  );
}

/** Takes who comes to a step to what the address names, or to the top. */
function useArrival(step: Step): void {
  const { hash, key } = useLocation();
  useEffect(() => {
    const target = hash ? document.getElementById(hash.slice(1)) : null;
    if (target) target.scrollIntoView();
    else window.scrollTo({ top: 0 });
    target?.focus({ preventScroll: true });
  }, [hash, key, step]);
}

function OpenPreparation({ caseId }: { caseId: string }) {
  const { t } = useTranslation('presenting');
  const { t: words } = useTranslation('cases');
  const [search] = useSearchParams();
  const step = readStep(search.get('etape'));
  const handle = useDocument(documentName('case', caseId));
  const read = useCase(caseId, handle);
  const [correcting, setCorrecting] = useState(false);
  useArrival(step);
  const refused =
    handle.withdrawn === 'withdrawn' || read.error?.code === 'not_found' || read.error?.code === 'forbidden';
  if (refused) return <AccessLost handle={handle} />;
  if (!read.data)
    return read.error ? (
      <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />
    ) : (
      <Spinner size="block" label={words('loading')} />
    );
  const { patient, abilities, registered } = read.data;
  const shares = abilities.includes('case.share');
  const props = {
    caseId,
    shares,
    writes: abilities.includes('case.write'),
    registered,
    identity: <IdentityBanner patient={patient} variant="line" />,
  };
  return (
    <div className={styles.page}>
      <PageHeader
        title={t('page.preparation')}
        documentTitle={t('page.documentTitle', { name: presentPatientName(patient) })}
        subtitle={t(`steps.help.step_${step}`)}
        back={{ href: `/dossiers/${caseId}`, label: t('page.back') }}
        actions={
          shares &&
          step === 1 && (
            <Button icon="edit" onPress={() => setCorrecting(true)}>
              {words('actions.correct')}
            </Button>
          )
        }
      />
      <CaseBar patient={patient} handle={handle} />
      <StepBar step={step} hrefOf={(one) => addressOf(caseId, one)} />
      <div className={styles.stack} data-asterisks={step === 3 || undefined}>
        {!shares && <Notice>{t('page.readOnly')}</Notice>}
        {step === 1 && <ClinicalSummary {...props} handle={handle} />}
        {step === 2 && <Expertises {...props} />}
        {step === 3 && <Information {...props} />}
        <StepEnd caseId={caseId} step={step} />
      </div>
      {correcting && <CorrectIdentityDialog caseId={caseId} patient={patient} onClose={() => setCorrecting(false)} />}
    </div>
  );
}

/** `/dossiers/:caseId/preparation?etape=1`: the three steps, left and taken up again at will. Source: SC-65 to SC-76. */
export function PreparationPage() {
  const { caseId = '' } = useParams();
  if (!parseDocumentName(documentName('case', caseId))) return <NotFoundPage />;
  return <OpenPreparation key={caseId} caseId={caseId} />;
}
