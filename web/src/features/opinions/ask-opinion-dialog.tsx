import type { BoardCard, Person } from '@concertation/shared/contracts';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { Button, ChoiceField, Dialog, ErrorNotice, TextArea, useToast } from '../../ui/index.ts';
import styles from './opinions.module.css';
import { PlatformPicker } from './platform-picker.tsx';

/** Where a route puts the field that finds a colleague. */
export type PickerSlot = {
  label: string;
  description: string;
  value: Person | null;
  onChange: (person: Person | null) => void;
  error: string | null;
};

export type AskOpinionDialogProps = {
  caseId: string;
  onClose: () => void;
  /** The search of a colleague, which is another feature. */
  renderPicker: (slot: PickerSlot) => ReactNode;
};

const kinds = ['colleague', 'platform'] as const;
type Kind = (typeof kinds)[number];

/** Asks the personal opinion of a colleague, or that of an opinion platform. What was typed stays when it is refused. Source: SC-29, SC-99. */
export function AskOpinionDialog({ caseId, onClose, renderPicker }: AskOpinionDialogProps) {
  const { t } = useTranslation('opinions');
  const form = useId();
  const { show } = useToast();
  const [kind, setKind] = useState<Kind>('colleague');
  const [person, setPerson] = useState<Person | null>(null);
  const [board, setBoard] = useState<BoardCard | null>(null);
  const [question, setQuestion] = useState('');
  const [checked, setChecked] = useState(false);
  const ask = useCommand('askOpinion', {
    refreshes: ['listOpinions', 'readCase', 'listOpinionRequests', 'listCases'],
  });
  const colleague = kind === 'colleague' && person;
  const platform = kind === 'platform' && board;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (question.trim() === '' || (!colleague && !platform)) return;
    const to = colleague
      ? ({ kind: 'colleague', accountId: colleague.accountId } as const)
      : ({ kind: 'platform', boardId: (platform as BoardCard).boardId } as const);
    const name = colleague ? colleague.name : (platform as BoardCard).name;
    ask.mutate(
      { params: { caseId }, body: { to, question } },
      {
        onSuccess: () => {
          show({ tone: 'success', message: t('ask.done', { name }) });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={t('ask.title')}
      isOpen
      onClose={onClose}
      size="large"
      actions={
        <>
          <Button onPress={onClose}>{t('ask.cancel')}</Button>
          <Button variant="primary" type="submit" form={form} isPending={ask.isPending}>
            {t('ask.send')}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit} noValidate>
        <ChoiceField
          label={t('ask.of')}
          choices={kinds.map((id) => ({ id, label: t(`ask.kind.${id}`) }))}
          value={kind}
          onChange={setKind}
        />
        {kind === 'colleague' ? (
          renderPicker({
            label: t('ask.colleague'),
            description: t('ask.colleagueHelp'),
            value: person,
            onChange: setPerson,
            error: checked && !person ? t('ask.colleagueMissing') : null,
          })
        ) : (
          <PlatformPicker
            value={board}
            onChange={setBoard}
            error={checked && !board ? t('ask.platformMissing') : null}
          />
        )}
        <TextArea
          label={t('ask.question')}
          description={t(`ask.questionHelp.${kind}`)}
          rows={5}
          maxLength={20_000}
          value={question}
          onChange={setQuestion}
          error={checked && question.trim() === '' ? t('ask.questionMissing') : null}
          isRequired
        />
        {ask.error && <ErrorNotice error={ask.error} />}
      </form>
    </Dialog>
  );
}
