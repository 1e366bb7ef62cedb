import type { QueuedValidation, ValidationDecision } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/index.ts';
import { Badge, Button, ErrorNotice, Notice, useFormats, useToast } from '../../../ui/index.ts';
import styles from '../administration.module.css';
import { ReasonDialog } from '../reason-dialog.tsx';
import { ProofPages } from './proof-pages.tsx';

const tones = {
  waiting: 'info',
  accepted: 'success',
  refused: 'danger',
  asked_again: 'warning',
  withdrawn: 'neutral',
} as const;

/** What the directory says of the number, beside what was typed: they are compared by who decides. */
function Directory({ request: { account, directory, numberTaken } }: { request: QueuedValidation }) {
  const { t } = useTranslation('administration');
  if (account.rpps === null) return <p className={styles.soft}>{t('validations.noNumber')}</p>;
  return (
    <>
      {directory ? (
        <p>
          {t('validations.directory')} <strong>{directory.name}</strong>
          {[directory.profession, directory.specialty, directory.town].filter((word) => word !== '').join(' · ') &&
            `, ${[directory.profession, directory.specialty, directory.town].filter((word) => word !== '').join(' · ')}`}
        </p>
      ) : (
        <Notice tone="warning">{t('validations.notInDirectory')}</Notice>
      )}
      {numberTaken && <Notice tone="danger">{t('validations.numberTaken')}</Notice>}
    </>
  );
}

/** One request: who asks, what proves it, and the three answers. */
export function ValidationCard({ request }: { request: QueuedValidation }) {
  const { t } = useTranslation('administration');
  const { moment } = useFormats();
  const toast = useToast();
  const decide = useCommand('decideValidation', { refreshes: ['listValidations', 'listAccounts'] });
  const [asking, setAsking] = useState<'refused' | 'asked_again' | null>(null);
  const { requestId, account, kind, proofKind, message, state, reason, file } = request;
  const tellDone = (decision: 'accepted' | 'refused' | 'asked_again') => {
    toast.show({ tone: 'success', message: t(`validations.done_${decision}`, { name: account.name }) });
    setAsking(null);
  };
  // The card leaves with the answer: the promise outlives it. A refusal is shown by `decide.error`.
  const send = (body: ValidationDecision) =>
    void decide.mutateAsync({ params: { requestId }, body }).then(
      () => tellDone(body.decision),
      () => undefined,
    );
  const waits = state === 'waiting';
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <h3 className={styles.name}>{account.name}</h3>
        <Badge tone={tones[state]}>{t(`validations.state_${state}`)}</Badge>
      </div>
      <p className={styles.soft}>
        {[account.profession, account.specialty, account.email].filter((word) => word !== '').join(' · ')}
      </p>
      <p>
        {account.rpps !== null && <>{t('rpps', { number: account.rpps })} · </>}
        {t(`validations.kind_${kind}`)}
        {proofKind && `, ${t(`validations.proof_${proofKind}`)}`} ·{' '}
        {t('validations.asked', { at: moment(request.createdAt) })}
      </p>
      {account.organisations.length > 0 && (
        <p className={styles.soft}>{t('organisations', { names: account.organisations.join(', ') })}</p>
      )}
      <p className={styles.soft}>
        {t('validations.services', { names: account.services.map((id) => t(`validations.service_${id}`)).join(', ') })}
      </p>
      <Directory request={request} />
      {message !== '' && <blockquote className={styles.quote}>{message}</blockquote>}
      {file && <ProofPages requestId={requestId} name={account.name} pages={file.pages} state={file.state} />}
      {reason && <p>{t('validations.reason', { reason })}</p>}
      {decide.error && !asking && <ErrorNotice error={decide.error} />}
      {waits && (
        <div className={styles.actions}>
          <Button
            variant="primary"
            isPending={decide.isPending && !asking}
            onPress={() => send({ decision: 'accepted' })}
          >
            {t('validations.accept')}
          </Button>
          <Button onPress={() => setAsking('asked_again')}>{t('validations.askAgain')}</Button>
          <Button variant="quiet" onPress={() => setAsking('refused')}>
            {t('validations.refuse')}
          </Button>
        </div>
      )}
      {asking && (
        <ReasonDialog
          title={t(`validations.title_${asking}`, { name: account.name })}
          label={t('validations.reasonLabel')}
          description={t('validations.reasonHint')}
          action={t(asking === 'refused' ? 'validations.refuse' : 'validations.askAgain')}
          isPending={decide.isPending}
          error={decide.error}
          onConfirm={(given) => send({ decision: asking, reason: given })}
          onClose={() => setAsking(null)}
        />
      )}
    </li>
  );
}
