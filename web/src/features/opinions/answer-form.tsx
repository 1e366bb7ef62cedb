import type { OpinionRequest } from '@concertation/shared/contracts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, useCommand } from '../../api/index.ts';
import { Button, Dialog, ErrorNotice, Icon, TextArea, useToast } from '../../ui/index.ts';
import styles from './opinions.module.css';
import { useDraft } from './use-draft.ts';

type Draft = ReturnType<typeof useDraft>;

/** Whether what was typed is on the server, in words. */
function DraftState({ draft: { state, error, text, retry } }: { draft: Draft }) {
  const { t } = useTranslation('opinions');
  if (state === 'kept' && text === '') return <p className={styles.soft}>{t('draft.empty')}</p>;
  const taken = error instanceof ApiError && error.code === 'stale';
  return (
    <output className={styles.draft} data-state={state}>
      {state !== 'keeping' && <Icon name={state === 'kept' ? 'check' : 'warning'} size={16} />}
      <span>
        {taken ? t('draft.taken') : t(`draft.${state}`)}
        {state === 'failed' && !taken && error instanceof Error && ` ${error.message}`}
      </span>
      {state === 'failed' && (
        <Button size="small" onPress={retry}>
          {t('draft.retry')}
        </Button>
      )}
    </output>
  );
}

/** What somebody answers: kept as it is typed, sent once, after which it no longer changes. */
export function AnswerForm({ opinion }: { opinion: OpinionRequest }) {
  const { t } = useTranslation('opinions');
  const { show } = useToast();
  const draft = useDraft(opinion);
  const [missing, setMissing] = useState(false);
  const [sending, setSending] = useState(false);
  const answer = useCommand('answerOpinion', {
    refreshes: ['readOpinion', 'listOpinions', 'listOpinionRequests', 'listCases'],
  });
  const { caseId, opinionId } = opinion;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.text.trim() === '') return setMissing(true);
    answer.reset();
    setSending(true);
  };
  const confirm = () =>
    answer.mutate(
      { params: { caseId, opinionId }, body: { answer: draft.text } },
      {
        onSuccess: () => {
          draft.done();
          show({ tone: 'success', message: t('answer.sent', { name: opinion.askedBy.name }) });
        },
      },
    );
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextArea
        label={t('answer.label')}
        description={t('answer.help')}
        rows={10}
        maxLength={20_000}
        value={draft.text}
        onChange={(text) => {
          setMissing(false);
          draft.write(text);
        }}
        error={missing ? t('answer.missing') : null}
        isRequired
      />
      <DraftState draft={draft} />
      <div>
        <Button type="submit" variant="primary">
          {t('answer.send')}
        </Button>
      </div>
      <Dialog
        role="alertdialog"
        title={t('answer.confirmTitle')}
        isOpen={sending}
        onClose={() => setSending(false)}
        actions={
          <>
            <Button onPress={() => setSending(false)}>{t('answer.back')}</Button>
            <Button variant="primary" isPending={answer.isPending} onPress={confirm}>
              {t('answer.confirm')}
            </Button>
          </>
        }
      >
        <p>{t('answer.confirmWords', { name: opinion.askedBy.name })}</p>
        {answer.error && <ErrorNotice error={answer.error} />}
      </Dialog>
    </form>
  );
}
