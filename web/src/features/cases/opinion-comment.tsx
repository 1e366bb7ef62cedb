import type { CommentLine } from '@concertation/shared/contracts';
import { useState } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { Badge, Button, Dialog, ErrorNotice, useFormats, useToast } from '../../ui/index.ts';
import styles from './cases.module.css';

export type OpinionLine = Extract<CommentLine, { kind: 'opinion' }>;

/** Asks before a request is taken back: who was asked may be writing. */
function WithdrawRequest({ caseId, opinion, onClose }: { caseId: string; opinion: OpinionLine; onClose: () => void }) {
  const { t } = useTranslation('cases');
  const { show } = useToast();
  const withdraw = useCommand('withdrawOpinion', { refreshes: ['listOpinions', 'readCase', 'listOpinionRequests'] });
  const confirm = () =>
    withdraw.mutate(
      { params: { caseId, opinionId: opinion.opinionId } },
      {
        onSuccess: () => {
          show({ message: t('opinions.withdrawn', { name: opinion.from }) });
          onClose();
        },
      },
    );
  return (
    <Dialog
      role="alertdialog"
      title={t('opinions.withdrawTitle')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('opinions.keep')}</Button>
          <Button variant="danger" isPending={withdraw.isPending} onPress={confirm}>
            {t('opinions.withdraw')}
          </Button>
        </>
      }
    >
      <p>{t('opinions.withdrawWords', { name: opinion.from })}</p>
      {withdraw.error && <ErrorNotice error={withdraw.error} />}
    </Dialog>
  );
}

/** What was asked of a colleague or a platform, and the answer. Source: SC-96, SC-101. */
export function OpinionComment({ caseId, opinion }: { caseId: string; opinion: OpinionLine }) {
  const { t } = useTranslation('cases');
  const { moment } = useFormats();
  const [withdrawing, setWithdrawing] = useState(false);
  const { opinionId, from, specialty, askedAt, question, answer, answeredAt, withdrawable } = opinion;
  return (
    <li className={styles.comment}>
      <div className={styles.commentHead}>
        <div className={styles.words}>
          <p className={styles.name}>
            <Link href={`/avis/${caseId}/${opinionId}`}>{from}</Link>
          </p>
          {specialty !== '' && <p className={styles.note}>{specialty}</p>}
        </div>
        <Badge tone={answeredAt === null ? 'warning' : 'success'}>
          {t(answeredAt === null ? 'opinions.pending' : 'opinions.answered')}
        </Badge>
      </div>
      <p className={styles.note}>{t('opinions.askedAt', { date: moment(askedAt) })}</p>
      <p className={styles.question}>{question}</p>
      {answer !== null && answeredAt !== null && (
        <>
          <p className={styles.note}>{t('opinions.answeredAt', { date: moment(answeredAt) })}</p>
          <p className={styles.answer}>{answer}</p>
        </>
      )}
      {withdrawable && (
        <div>
          <Button size="small" onPress={() => setWithdrawing(true)}>
            {t('opinions.withdraw')}
          </Button>
        </div>
      )}
      {withdrawing && <WithdrawRequest caseId={caseId} opinion={opinion} onClose={() => setWithdrawing(false)} />}
    </li>
  );
}
