import { identifier, isSealed } from '@concertation/shared/domain';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useCommand, useRead } from '../api/index.ts';
import { DeliveriesPanel } from '../features/deliveries/index.ts';
import { SealedNotice } from '../features/reports/index.ts';
import { EmptyState, ErrorNotice, IdentityBanner, LinkButton, Notice, PageHeader, Spinner } from '../ui/index.ts';
import { NotFoundPage } from './not-found.tsx';
import styles from './pages.module.css';

function Report({ reportId }: { reportId: string }) {
  const { t } = useTranslation('deliveries');
  const read = useRead('readReport', { params: { reportId } }, { refreshEvery: 15_000 });
  if (read.error?.code === 'not_found')
    return <EmptyState title={t('page.closed')}>{t('page.closedWords')}</EmptyState>;
  if (!read.data)
    return read.error ? (
      <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />
    ) : (
      <Spinner size="block" label={t('page.loading')} />
    );
  const { documentNumber, boardName, patient, signature, state, replacedBy, isReplaced, abilities } = read.data;
  const title = documentNumber === null ? t('page.draft') : t('page.title', { number: documentNumber });
  return (
    <>
      <PageHeader title={title} back={{ href: '/', label: t('page.back') }} subtitle={<p>{boardName}</p>} />
      <div className={`${styles.stack} ${styles.readable}`}>
        <IdentityBanner patient={patient} />
        {isReplaced && (
          <Notice
            tone="warning"
            title={t('page.replaced')}
            actions={<LinkButton href={`/comptes-rendus/${replacedBy}`}>{t('page.latest')}</LinkButton>}
          />
        )}
        {isSealed(state) ? (
          <SealedNotice report={read.data} />
        ) : (
          <EmptyState title={t('page.notYet')}>{t('page.notYetWords')}</EmptyState>
        )}
        {signature === 'signed' && (
          <DeliveriesPanel reportId={reportId} mayRun={abilities.includes('report.validate') && !isReplaced} />
        )}
      </div>
    </>
  );
}

/** The link of a mail is opened first: it gives the right to read the report to whom it was sent. Rule DLV-3. */
function FromMail({ reportId, deliveryId }: { reportId: string; deliveryId: string }) {
  const { t } = useTranslation('deliveries');
  const { mutate, isSuccess, error } = useCommand('openDelivery', { refreshes: ['readReport'] });
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    mutate({ params: { reportId, deliveryId } });
  }, [mutate, reportId, deliveryId]);
  // Refused to who reads it otherwise (its secretary): the report itself says whether it is open.
  if (isSuccess || error?.code === 'not_found') return <Report reportId={reportId} />;
  return error ? <ErrorNotice error={error} /> : <Spinner size="block" label={t('page.loading')} />;
}

/** `/comptes-rendus/:reportId`: a signed report, to download, and its delivery. Source: SC-97, CM-37, CM-38. */
export function ReportPage() {
  const { reportId = '' } = useParams();
  const [search] = useSearchParams();
  const deliveryId = search.get('remise');
  if (!identifier.safeParse(reportId).success) return <NotFoundPage />;
  return deliveryId !== null && identifier.safeParse(deliveryId).success ? (
    <FromMail key={deliveryId} reportId={reportId} deliveryId={deliveryId} />
  ) : (
    <Report key={reportId} reportId={reportId} />
  );
}
