import type { Erasure } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useRead } from '../../../api/index.ts';
import { Button, ErrorNotice, Notice, Spinner, useFormats, useToast } from '../../../ui/index.ts';
import { AskErasureDialog } from './ask-erasure-dialog.tsx';
import styles from './personal-data.module.css';

function Waiting({ request }: { request: Erasure }) {
  const { t } = useTranslation('account');
  const { moment } = useFormats();
  const { show } = useToast();
  const withdraw = useCommand('withdrawErasure', { refreshes: ['readErasure'] });
  const send = () =>
    withdraw.mutate({}, { onSuccess: () => show({ tone: 'success', message: t('personalData.withdrawn') }) });
  return (
    <>
      <Notice>{t('personalData.waiting', { at: moment(request.askedAt) })}</Notice>
      {withdraw.error && <ErrorNotice error={withdraw.error} />}
      <div className={styles.actions}>
        <Button isPending={withdraw.isPending} onPress={send}>
          {t('personalData.withdraw')}
        </Button>
      </div>
    </>
  );
}

/** Asks that the account be erased, takes it back, and says what became of it. Source: SC-44, GDPR art. 17. */
export function ErasurePart({ email }: { email: string }) {
  const { t } = useTranslation('account');
  const { moment } = useFormats();
  const [asks, setAsks] = useState(false);
  const erasure = useRead('readErasure');
  const request = erasure.data?.request ?? null;
  const waits = request?.state === 'waiting';
  return (
    <div className={styles.part}>
      <h3 className={styles.heading}>{t('personalData.erasure')}</h3>
      <p className={styles.soft}>{t('personalData.erasureWords')}</p>
      {erasure.isPending && <Spinner size="block" />}
      {erasure.error && <ErrorNotice error={erasure.error} onRetry={() => void erasure.refetch()} />}
      {waits && <Waiting request={request} />}
      {request?.state === 'refused' && (
        <Notice tone="warning" title={t('personalData.refused', { at: moment(request.decidedAt ?? request.askedAt) })}>
          <p className={styles.quote}>{request.reason}</p>
        </Notice>
      )}
      {erasure.isSuccess && !waits && (
        <div className={styles.actions}>
          <Button icon="trash" onPress={() => setAsks(true)}>
            {t('personalData.ask')}
          </Button>
        </div>
      )}
      {asks && <AskErasureDialog email={email} onClose={() => setAsks(false)} />}
    </div>
  );
}
