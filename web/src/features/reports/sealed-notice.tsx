import type { ReportDetail } from '@concertation/shared/contracts';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../../api/index.ts';
import { Button, ErrorNotice, useFormats, useToast } from '../../ui/index.ts';
import { CorrectDialog } from './correct-dialog.tsx';
import { DocumentHash } from './document-hash.tsx';
import { ProvenanceDialog } from './provenance-dialog.tsx';
import styles from './sealed-notice.module.css';
import { SignatureFact } from './signature-fact.tsx';
import { StateBadge } from './state-badge.tsx';

/** What a frozen report is: who froze it and when, its number and hash, its signature, its PDF, its correction. */
export function SealedNotice({ report }: { report: ReportDetail }) {
  const { t } = useTranslation('reports');
  const { moment } = useFormats();
  const [correcting, setCorrecting] = useState(false);
  const [tracing, setTracing] = useState(false);
  const { reportId, frozenAt, frozenBy, documentNumber, stateHash, signature, signatureFailure } = report;
  const titleId = `report-${reportId}-sealed`;
  const mayCorrect = report.abilities.includes('report.freeze') && report.replacedBy === null;
  useSignedMessage(signature);

  return (
    <section aria-labelledby={titleId} className={styles.sealed}>
      <h3 id={titleId} className={styles.title}>
        {t('sealed.title')} <StateBadge report={report} />
      </h3>
      <output>
        {signature === 'signed'
          ? t('stateHelp.signed')
          : signatureFailure === null
            ? t('sealed.pendingHelp')
            : t('sealed.failed', { code: signatureFailure })}
      </output>
      <dl className={styles.facts}>
        {frozenAt !== null && (
          <div>
            <dt>{t('sealed.frozen')}</dt>
            <dd>
              {frozenBy === null
                ? moment(frozenAt)
                : t('sealed.frozenBy', { name: frozenBy, moment: moment(frozenAt) })}
            </dd>
          </div>
        )}
        {documentNumber !== null && (
          <div>
            <dt>{t('sealed.number')}</dt>
            <dd className={styles.number}>{documentNumber}</dd>
          </div>
        )}
        {stateHash !== null && (
          <div>
            <dt>{t('sealed.hash')}</dt>
            <dd>
              <DocumentHash hash={stateHash} />
            </dd>
          </div>
        )}
        <SignatureFact report={report} />
      </dl>
      <div className={styles.actions}>
        <Download report={report} />
        {signature === 'signed' && (
          <Button size="small" icon="people" onPress={() => setTracing(true)}>
            {t('provenance.action')}
          </Button>
        )}
        {mayCorrect && (
          <Button size="small" variant="quiet" icon="edit" onPress={() => setCorrecting(true)}>
            {t('correct.action')}
          </Button>
        )}
      </div>
      {tracing && <ProvenanceDialog reportId={reportId} onClose={() => setTracing(false)} />}
      {mayCorrect && <CorrectDialog reportId={reportId} isOpen={correcting} onClose={() => setCorrecting(false)} />}
    </section>
  );
}

/** Says it when the signature arrives while the report is on the screen. */
function useSignedMessage(signature: ReportDetail['signature']): void {
  const { t } = useTranslation('reports');
  const { show } = useToast();
  const previous = useRef(signature);
  useEffect(() => {
    if (previous.current === 'pending' && signature === 'signed')
      show({ tone: 'success', message: t('sealed.signedNow') });
    previous.current = signature;
  });
}

function Download({ report }: { report: ReportDetail }) {
  const { t } = useTranslation('reports');
  const { show } = useToast();
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  if (report.signature !== 'signed') return null;

  async function save(): Promise<void> {
    setPending(true);
    setError(null);
    try {
      const name = await download(
        'downloadReport',
        { params: { reportId: report.reportId } },
        `${report.documentNumber ?? report.reportId}.pdf`,
      );
      show({ tone: 'success', message: t('sealed.downloaded', { name }) });
    } catch (failure) {
      setError(failure);
    } finally {
      setPending(false);
    }
  }

  return (
    <>
      {error !== null && <ErrorNotice error={error} />}
      <Button icon="download" variant="primary" size="small" isPending={isPending} onPress={() => void save()}>
        {t('sealed.download')}
      </Button>
    </>
  );
}
