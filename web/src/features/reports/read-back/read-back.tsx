import type { ReadBack as Answered, ReportDetail } from '@concertation/shared/contracts';
import { isSealed } from '@concertation/shared/domain';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentHandle } from '../../../sync/index.ts';
import { ErrorNotice, Spinner, useAnnouncer } from '../../../ui/index.ts';
import { AnswerForm } from './answer-form.tsx';
import { AnswerList } from './answer-list.tsx';
import { DecisionWords, saysNothing } from './decision-words.tsx';
import styles from './read-back.module.css';
import { useReadBack } from './use-read-back.ts';

/**
 * « Relecture »: the decision's exact words, to which those present agree or not; once frozen, what they said. Rules
 * RBK-1 to RBK-5.
 */
export function ReadBack({ report, handle }: { report: ReportDetail; handle: DocumentHandle }) {
  const { t } = useTranslation('reports');
  const { reportId } = report;
  const { data, error, refetch } = useReadBack(reportId, handle);
  const voided = useVoidedAnnouncement(data);
  const frozen = isSealed(report.state);
  const titleId = `report-${reportId}-read-back`;
  return (
    <section aria-labelledby={titleId} className={styles.part}>
      <h3 id={titleId} className={styles.title}>
        {t('readBack.title')}
      </h3>
      {voided}
      {!data && !error && <Spinner label={t('readBack.loading')} />}
      {!data && error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data && !frozen && <p className={styles.soft}>{t('readBack.help')}</p>}
      {data &&
        (saysNothing(data.text) ? (
          <p>{t('readBack.nothing')}</p>
        ) : (
          <Asked data={data} {...{ reportId, handle, frozen }} />
        ))}
    </section>
  );
}

function Asked({
  data,
  reportId,
  handle,
  frozen,
}: {
  data: Answered;
  reportId: string;
  handle: DocumentHandle;
  frozen: boolean;
}) {
  const { t } = useTranslation('reports');
  return (
    <>
      {/* Frozen, the words stand above, and change no more. */}
      {!frozen && <DecisionWords text={data.text} />}
      {!frozen && data.mayAnswer && <AnswerForm reportId={reportId} me={handle.me.accountId} readBack={data} />}
      {!frozen && !data.mayAnswer && <p className={styles.soft}>{t('readBack.notThere')}</p>}
      <AnswerList answers={data.answers} awaited={data.awaited} isFrozen={frozen} />
    </>
  );
}

const holdingOf = (data: Answered) =>
  new Set(data.answers.filter(({ holds }) => holds).map(({ accountId, givenAt }) => `${accountId} ${givenAt}`));

/** Says it when answers that held no longer do, under the eyes of whoever reads. */
function useVoidedAnnouncement(data: Answered | undefined) {
  const { t } = useTranslation('reports');
  const { announce, region } = useAnnouncer();
  const before = useRef<Answered>(undefined);
  useEffect(() => {
    if (!data) return;
    const held = before.current ? holdingOf(before.current) : new Set<string>();
    const voided = data.answers.filter(
      ({ accountId, givenAt, holds }) => !holds && held.has(`${accountId} ${givenAt}`),
    );
    before.current = data;
    if (voided.length > 0) announce(t('readBack.announceVoided', { count: voided.length }));
  }, [data, announce, t]);
  return region;
}
