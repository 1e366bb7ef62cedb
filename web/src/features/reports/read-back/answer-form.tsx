import type { ReadBack } from '@concertation/shared/contracts';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/index.ts';
import { Button, ErrorNotice, Notice, TextArea } from '../../../ui/index.ts';
import { useKeptReason } from './kept-reason.ts';
import styles from './read-back.module.css';

const shortestReason = 3;

/** « Je suis d’accord » in one press, or a dissent that says why; what was typed stays until it is taken. Rule RBK-2. */
export function AnswerForm({ reportId, me, readBack }: { reportId: string; me: string; readBack: ReadBack }) {
  const { t } = useTranslation('reports');
  const [reason, setReason] = useKeptReason(me, reportId);
  const [dissenting, setDissenting] = useState(reason !== '');
  const [asked, setAsked] = useState(false);
  const [tried, setTried] = useState(false);
  const input = useRef<HTMLTextAreaElement>(null);
  const dissentButton = useRef<HTMLButtonElement>(null);
  const answer = useCommand('answerReadBack', { refreshes: ['readReadBack'] });
  const { textHash } = readBack;
  const mine = readBack.answers.find(({ accountId, holds }) => holds && accountId === me);
  const tooShort = reason.trim().length < shortestReason;
  const pending = answer.isPending ? answer.variables.body.verdict : null;

  // Asked for by a press, the keyboard goes on where the question is; found again with its words, it takes nothing.
  useEffect(() => {
    if (asked) input.current?.focus();
  }, [asked]);

  function close(): void {
    setAsked(false);
    setDissenting(false);
    setTried(false);
    dissentButton.current?.focus();
  }

  function send(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (answer.isPending) return;
    if (tooShort) return input.current?.focus();
    answer.mutate(
      { params: { reportId }, body: { verdict: 'dissents', textHash, reason: reason.trim() } },
      {
        onSuccess: () => {
          setReason('');
          close();
        },
      },
    );
  }

  return (
    <div className={styles.form}>
      <fieldset aria-label={t('readBack.choices')} className={styles.choices}>
        <Button
          variant={mine ? 'secondary' : 'primary'}
          icon={mine?.verdict === 'agrees' ? 'check' : undefined}
          isPending={pending === 'agrees'}
          onPress={() =>
            answer.mutate(
              { params: { reportId }, body: { verdict: 'agrees', textHash } },
              { onSuccess: () => setDissenting(false) },
            )
          }
        >
          {t('readBack.agree')}
        </Button>
        <Button
          ref={dissentButton}
          icon={mine?.verdict === 'dissents' ? 'check' : undefined}
          aria-expanded={dissenting}
          onPress={() => {
            setAsked(true);
            setDissenting(true);
          }}
        >
          {t('readBack.dissent')}
        </Button>
        <output className={styles.soft}>{mine && t(`readBack.mine_${mine.verdict}`)}</output>
      </fieldset>
      {dissenting && (
        <form className={styles.form} onSubmit={send} noValidate>
          <TextArea
            ref={input}
            isRequired
            rows={2}
            maxLength={1000}
            label={t('readBack.why')}
            description={t('readBack.whyHint')}
            value={reason}
            onChange={setReason}
            error={tried && tooShort ? t('readBack.whyRequired') : null}
          />
          <div className={styles.choices}>
            <Button variant="primary" type="submit" size="small" isPending={pending === 'dissents'}>
              {t('readBack.send')}
            </Button>
            <Button variant="quiet" size="small" onPress={close}>
              {t('readBack.cancel')}
            </Button>
          </div>
        </form>
      )}
      {answer.error?.code === 'stale' ? (
        <Notice tone="warning">
          <p>{t('readBack.stale')}</p>
        </Notice>
      ) : (
        answer.error && <ErrorNotice error={answer.error} />
      )}
    </div>
  );
}
