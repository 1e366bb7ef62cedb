import type { AskedErasure } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useRead } from '../../api/index.ts';
import {
  Badge,
  Button,
  Dialog,
  EmptyState,
  ErrorNotice,
  Notice,
  Panel,
  Spinner,
  useFormats,
  useToast,
} from '../../ui/index.ts';
import styles from './administration.module.css';
import { ReasonDialog } from './reason-dialog.tsx';

type Answer = 'done' | 'refused';

function AnswerDialog({ request, answer, onClose }: { request: AskedErasure; answer: Answer; onClose: () => void }) {
  const { t } = useTranslation('administration');
  const { show } = useToast();
  const decide = useCommand('decideErasure', { refreshes: ['listErasures'] });
  const { requestId, name } = request;
  const send = (body: { decision: 'done' } | { decision: 'refused'; reason: string }) =>
    // The row leaves with the answer: the promise outlives it. A refusal is shown by `decide.error`.
    void decide.mutateAsync({ params: { requestId }, body }).then(
      () => {
        show({ tone: 'success', message: t(`erasures.told_${answer}`, { name }) });
        onClose();
      },
      () => undefined,
    );
  if (answer === 'refused')
    return (
      <ReasonDialog
        title={t('erasures.refuseTitle', { name })}
        label={t('validations.reasonLabel')}
        description={t('validations.reasonHint')}
        action={t('erasures.refuse')}
        isPending={decide.isPending}
        error={decide.error}
        onConfirm={(reason) => send({ decision: 'refused', reason })}
        onClose={onClose}
      />
    );
  return (
    <Dialog
      isOpen
      role="alertdialog"
      title={t('erasures.eraseTitle', { name })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="danger" isPending={decide.isPending} onPress={() => send({ decision: 'done' })}>
            {t('erasures.erase')}
          </Button>
        </>
      }
    >
      <p>{t('erasures.eraseWords')}</p>
      {decide.error && <ErrorNotice error={decide.error} />}
    </Dialog>
  );
}

function Row({ request }: { request: AskedErasure }) {
  const { t } = useTranslation('administration');
  const { moment } = useFormats();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const { name, specialty, email, state, askedAt, decidedAt, decidedBy, reason, cases } = request;
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <h3 className={styles.name}>{name}</h3>
        <Badge tone={state === 'waiting' ? 'info' : 'neutral'}>{t(`erasures.state_${state}`)}</Badge>
      </div>
      <p className={styles.soft}>{[specialty, email].filter((word) => word).join(' · ')}</p>
      <p>{t('erasures.asked', { at: moment(askedAt) })}</p>
      {decidedAt && <p>{t('erasures.decided', { at: moment(decidedAt), name: decidedBy })}</p>}
      {reason && <p className={styles.quote}>{t('validations.reason', { reason })}</p>}
      {state === 'waiting' && cases > 0 && <Notice tone="warning">{t('erasures.cases', { count: cases })}</Notice>}
      {state === 'waiting' && (
        <div className={styles.actions}>
          <Button onPress={() => setAnswer('done')}>{t('erasures.erase')}</Button>
          <Button onPress={() => setAnswer('refused')}>{t('erasures.refuse')}</Button>
        </div>
      )}
      {answer && <AnswerDialog request={request} answer={answer} onClose={() => setAnswer(null)} />}
    </li>
  );
}

/** Who asks that their account be erased, and what was answered. Source: SC-44, GDPR art. 17. */
export function ErasuresPanel() {
  const { t } = useTranslation('administration');
  const found = useRead('listErasures');
  return (
    <Panel title={t('erasures.title')} padding={false}>
      <p className={styles.intro}>{t('erasures.words')}</p>
      {found.isPending && <Spinner size="block" />}
      {found.error && (
        <div className={styles.inset}>
          <ErrorNotice title={t('failed')} error={found.error} onRetry={() => void found.refetch()} />
        </div>
      )}
      {found.data?.length === 0 && <EmptyState title={t('erasures.none')}>{t('erasures.noneWords')}</EmptyState>}
      {found.data && found.data.length > 0 && (
        <ul className={styles.cards}>
          {found.data.map((request) => (
            <Row key={request.requestId} request={request} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
