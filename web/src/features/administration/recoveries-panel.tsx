import type { AskedRecovery } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useRead } from '../../api/index.ts';
import {
  Badge,
  Button,
  ConfirmDialog,
  EmptyState,
  ErrorNotice,
  Notice,
  Panel,
  Spinner,
  useFormats,
  useToast,
} from '../../ui/index.ts';
import styles from './administration.module.css';
import { RecoveryPhone } from './recovery-phone.tsx';

function Row({ recovery }: { recovery: AskedRecovery }) {
  const { t } = useTranslation('administration');
  const { moment } = useFormats();
  const toast = useToast();
  const decide = useCommand('decideRecovery', { refreshes: ['listRecoveries'] });
  const { recoveryId, account, state, opensAt } = recovery;
  const [accepting, setAccepting] = useState(false);
  const answer = (accepted: boolean) =>
    // The row leaves with the answer: the promise outlives it. A refusal is shown by `decide.error`.
    void decide.mutateAsync({ params: { recoveryId }, body: { accepted } }).then(
      () => {
        setAccepting(false);
        toast.show({ tone: 'success', message: t('recoveries.decided', { name: account.name }) });
      },
      () => undefined,
    );
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <h3 className={styles.name}>{account.name}</h3>
        <Badge tone={state === 'accepted' ? 'success' : 'info'}>{t(`recoveries.state_${state}`)}</Badge>
      </div>
      <p className={styles.soft}>{[account.specialty, account.email].filter((word) => word !== '').join(' · ')}</p>
      <p>{t('recoveries.asked', { at: moment(recovery.askedAt) })}</p>
      {opensAt && <p>{t('recoveries.opens', { at: moment(opensAt) })}</p>}
      {state === 'asked' && <RecoveryPhone recoveryId={recoveryId} />}
      {decide.error && !accepting && <ErrorNotice error={decide.error} />}
      {state === 'asked' && (
        <div className={styles.actions}>
          <Button
            variant="primary"
            isPending={decide.isPending}
            onPress={() => {
              decide.reset();
              setAccepting(true);
            }}
          >
            {t('recoveries.accept')}
          </Button>
          <Button isDisabled={decide.isPending} onPress={() => answer(false)}>
            {t('recoveries.refuse')}
          </Button>
        </div>
      )}
      {accepting && (
        <ConfirmDialog
          isDangerous={false}
          title={t('recoveries.sure', { name: account.name })}
          confirm={t('recoveries.accept')}
          isPending={decide.isPending}
          error={decide.error}
          onConfirm={() => answer(true)}
          onClose={() => setAccepting(false)}
        >
          {t('recoveries.sureWords')}
        </ConfirmDialog>
      )}
    </li>
  );
}

/** Who lost every way in, to be recognised by voice or in person before anything is accepted. */
export function RecoveriesPanel() {
  const { t } = useTranslation('administration');
  const found = useRead('listRecoveries');
  return (
    <Panel title={t('recoveries.title')} padding={false}>
      <div className={styles.inset}>
        <Notice tone="warning">{t('recoveries.words')}</Notice>
      </div>
      {found.isPending && <Spinner size="block" />}
      {found.error && (
        <div className={styles.inset}>
          <ErrorNotice title={t('failed')} error={found.error} onRetry={() => void found.refetch()} />
        </div>
      )}
      {found.data?.length === 0 && <EmptyState title={t('recoveries.none')}>{t('recoveries.noneWords')}</EmptyState>}
      {found.data && found.data.length > 0 && (
        <ul className={styles.cards}>
          {found.data.map((recovery) => (
            <Row key={recovery.recoveryId} recovery={recovery} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
