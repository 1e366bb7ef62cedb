import { type ValidationKind, validationKinds } from '@concertation/shared/domain';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refreshFacts, useRead } from '../../api/index.ts';
import { daysLeft } from '../../lib/index.ts';
import { Badge, ChoiceField, ErrorNotice, Notice, Panel, Spinner, useFormats } from '../../ui/index.ts';
import { AskForm } from './ask-forms.tsx';
import { ProofForm } from './proof-form.tsx';
import { RequestRow } from './request-row.tsx';
import styles from './registration.module.css';
import { useProofUpload } from './use-proof-upload.ts';

/** A proof that arrived becomes a request once it was inspected: looked for this often. */
const lookEveryMs = 2_000;

/**
 * Where one stands: validated, on trial until a day, or closed; what was asked; and the three ways to be validated.
 * Source: SC-22, SC-23, SC-24, SC-41.
 */
export function ValidationPanel() {
  const { t } = useTranslation('registration');
  const { day } = useFormats();
  const [way, setWay] = useState<ValidationKind>('proof');
  const { upload, begin, resume, forget } = useProofUpload();
  const [known, setKnown] = useState(0);
  const isChecked = upload.state === 'received';
  const own = useRead('readOwnValidation', undefined, isChecked ? { refreshEvery: lookEveryMs } : {});
  const count = own.data?.requests.length ?? 0;
  useEffect(() => {
    if (!isChecked || count <= known) return;
    forget();
    void refreshFacts('readMe');
  }, [isChecked, count, known, forget]);
  const verified = own.data?.verifiedAt ?? null;
  const trialEndsAt = own.data?.trialEndsAt ?? null;
  const left = trialEndsAt === null ? 0 : daysLeft(trialEndsAt);
  const waits = own.data?.requests.some(({ state }) => state === 'waiting') ?? false;
  return (
    <Panel
      id="justificatif"
      title={t('validation.title')}
      actions={
        own.data && (
          <Badge tone={verified ? 'success' : left > 0 ? 'info' : 'danger'}>
            {t(verified ? 'validation.verified' : left > 0 ? 'validation.trial' : 'validation.closed')}
          </Badge>
        )
      }
    >
      <div className={styles.stack}>
        {own.isPending && <Spinner size="block" />}
        {own.error && <ErrorNotice error={own.error} onRetry={() => void own.refetch()} />}
        {verified && <p>{t('validation.since', { date: day(verified) })}</p>}
        {own.data && !verified && (
          <Notice
            tone={left > 0 ? 'info' : 'warning'}
            title={left > 0 ? t('trial.left', { count: left }) : t('trial.over')}
          >
            <p>{t(waits ? 'validation.waits' : left > 0 ? 'validation.ask' : 'validation.askClosed')}</p>
          </Notice>
        )}
        {count > 0 && (
          <ul className={styles.requests} aria-label={t('validation.requests')}>
            {own.data?.requests.map((request) => (
              <RequestRow key={request.requestId} request={request} />
            ))}
          </ul>
        )}
        {own.data && !verified && !waits && (
          <>
            <ChoiceField
              label={t('validation.way')}
              choices={validationKinds.map((id) => ({ id, label: t(`request.kind_${id}`) }))}
              value={way}
              onChange={setWay}
            />
            {way === 'proof' ? (
              <ProofForm
                upload={upload}
                onFile={(file, kind) => {
                  setKnown(count);
                  begin(file, kind);
                }}
                onResume={resume}
              />
            ) : (
              <AskForm key={way} kind={way} />
            )}
          </>
        )}
      </div>
    </Panel>
  );
}
