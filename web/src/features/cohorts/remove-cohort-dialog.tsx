import type { CohortDetail } from '@concertation/shared/contracts';
import { foldText } from '@concertation/shared/domain';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { Button, Dialog, ErrorNotice, TextField, useToast } from '../../ui/index.ts';
import styles from './cohorts.module.css';

/** Deletes a cohort once its name is typed: it cannot be brought back. Its cases stay. */
export function RemoveCohortDialog({
  cohort: { cohortId, name },
  onClose,
  onRemoved,
}: {
  cohort: CohortDetail;
  onClose: () => void;
  onRemoved: () => void;
}) {
  const { t } = useTranslation('cohorts');
  const form = useId();
  const { show } = useToast();
  const [typed, setTyped] = useState('');
  const [checked, setChecked] = useState(false);
  const remove = useCommand('removeCohort', { refreshes: ['listCohorts'] });
  const same = foldText(typed) === foldText(name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!same) return;
    remove.mutate(
      { params: { cohortId } },
      {
        onSuccess: () => {
          show({ message: t('remove.done', { name }) });
          onRemoved();
        },
      },
    );
  };
  return (
    <Dialog
      role="alertdialog"
      title={t('remove.title', { name })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="danger" type="submit" form={form} isPending={remove.isPending}>
            {t('manage.remove')}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit} noValidate>
        <p>{t('remove.words')}</p>
        <TextField
          label={t('remove.type')}
          value={typed}
          onChange={setTyped}
          error={checked && !same ? t('remove.wrong') : null}
          autoComplete="off"
          isRequired
        />
        {remove.error && <ErrorNotice error={remove.error} />}
      </form>
    </Dialog>
  );
}
