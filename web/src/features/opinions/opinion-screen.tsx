import type { OpinionRequest } from '@concertation/shared/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/index.ts';
import { presentPatientName } from '../../lib/index.ts';
import { Badge, EmptyState, ErrorNotice, LinkButton, PageHeader, Panel, Spinner, useFormats } from '../../ui/index.ts';
import { AnswerForm } from './answer-form.tsx';
import styles from './opinions.module.css';
import { unsentText } from './use-draft.ts';

function Answer({ opinion: { answer, answeredBy, answeredAt, state, mine } }: { opinion: OpinionRequest }) {
  const { t } = useTranslation('opinions');
  const { moment } = useFormats();
  if (state === 'answered')
    return (
      <Panel title={t('answer.title')}>
        <p className={styles.name}>{answeredBy?.name}</p>
        <p className={styles.soft}>
          {[answeredBy?.specialty, answeredAt && t('answer.on', { date: moment(answeredAt) })]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p className={styles.answer}>{answer}</p>
      </Panel>
    );
  if (mine) return null;
  return (
    <Panel title={t('answer.title')}>
      <p className={styles.soft}>{t('answer.awaited')}</p>
    </Panel>
  );
}

/** What one had begun when another answered, or when the request was withdrawn: to be copied elsewhere. */
function Unsent({ text }: { text: string }) {
  const { t } = useTranslation('opinions');
  if (text === '') return null;
  return (
    <Panel title={t('unsent.title')}>
      <p className={styles.soft}>{t('unsent.words')}</p>
      <p className={styles.words}>{text}</p>
    </Panel>
  );
}

function Question({ opinion }: { opinion: OpinionRequest }) {
  const { t } = useTranslation('opinions');
  const { moment } = useFormats();
  const { askedBy, askedAt, colleague, boardName, question, state } = opinion;
  return (
    <Panel
      title={t('question.title')}
      actions={<Badge tone={state === 'pending' ? 'warning' : 'success'}>{t(`state.${state}`)}</Badge>}
    >
      <p className={styles.name}>{askedBy.name}</p>
      <p className={styles.soft}>
        {[askedBy.specialty, t('question.on', { date: moment(askedAt) })].filter(Boolean).join(' · ')}
      </p>
      <p className={styles.soft}>{t('question.to', { name: boardName ?? colleague?.name ?? '' })}</p>
      <p className={styles.words}>{question}</p>
    </Panel>
  );
}

/** What is asked, and the answer or its writing; whose case it is above and its sheet beside, which the route composes. Source: SC-33, SC-96. */
export function OpinionScreen({
  caseId,
  opinionId,
  banner,
  sheet,
}: {
  caseId: string;
  opinionId: string;
  banner: (opinion: OpinionRequest) => ReactNode;
  sheet: ReactNode;
}) {
  const { t } = useTranslation('opinions');
  const { date } = useFormats();
  const read = useRead('readOpinion', { params: { caseId, opinionId } }, { refreshEvery: 30_000 });
  if (read.error?.code === 'not_found' || read.error?.code === 'forbidden')
    return (
      <>
        <EmptyState title={t('lost.title')} action={<LinkButton href="/avis">{t('lost.back')}</LinkButton>}>
          {t('lost.words')}
        </EmptyState>
        <Unsent text={unsentText(opinionId)} />
      </>
    );
  if (!read.data)
    return read.error ? (
      <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />
    ) : (
      <Spinner size="block" label={t('loading')} />
    );
  const { patient, mine } = read.data;
  const name = presentPatientName(patient);
  return (
    <>
      <PageHeader
        title={t(mine ? 'page.mine' : 'page.title')}
        documentTitle={t('page.documentTitle', { name, sex: patient.sex, birthDate: date(patient.birthDate) })}
        back={{ href: '/avis', label: t('title') }}
        actions={
          <LinkButton href={`/dossiers/${caseId}`} icon="document">
            {t('page.case')}
          </LinkButton>
        }
      />
      {banner(read.data)}
      <div className={styles.columns}>
        <div className={styles.stack}>
          <Question opinion={read.data} />
          {mine && (
            <Panel title={t('answer.mine')}>
              <AnswerForm key={opinionId} opinion={read.data} />
            </Panel>
          )}
          <Answer opinion={read.data} />
          {!mine && <Unsent text={unsentText(opinionId) || read.data.draft} />}
        </div>
        {sheet}
      </div>
    </>
  );
}
