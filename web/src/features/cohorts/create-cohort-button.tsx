import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { Button, Dialog, ErrorNotice, useToast } from '../../ui/index.ts';
import { CohortForm, type CohortWords } from './cohort-form.tsx';

/** « Nouvelle cohorte », and its form. Source: SC-25, SC-35. */
export function CreateCohortButton({ onCreated }: { onCreated: (cohortId: string) => void }) {
  const { t } = useTranslation('cohorts');
  const form = useId();
  const { show } = useToast();
  const [isOpen, setOpen] = useState(false);
  const create = useCommand('createCohort', { refreshes: ['listCohorts'] });
  const close = () => {
    setOpen(false);
    create.reset();
  };
  const send = (body: CohortWords) =>
    create.mutate(
      { body },
      {
        onSuccess: ({ cohortId }) => {
          show({ tone: 'success', message: t('form.created', { name: body.name.trim() }) });
          close();
          onCreated(cohortId);
        },
      },
    );
  return (
    <>
      <Button icon="add" onPress={() => setOpen(true)}>
        {t('form.new')}
      </Button>
      <Dialog
        title={t('form.new')}
        isOpen={isOpen}
        onClose={close}
        actions={
          <>
            <Button onPress={close}>{t('cancel')}</Button>
            <Button variant="primary" type="submit" form={form} isPending={create.isPending}>
              {t('form.create')}
            </Button>
          </>
        }
      >
        <CohortForm id={form} onSend={send} />
        {create.error && <ErrorNotice error={create.error} />}
      </Dialog>
    </>
  );
}
