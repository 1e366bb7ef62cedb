import type { CohortDetail } from '@concertation/shared/contracts';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { Button, Dialog, ErrorNotice, useToast } from '../../ui/index.ts';
import { CohortForm } from './cohort-form.tsx';

/** Renames or describes a cohort. */
export function EditCohortDialog({
  cohort: { cohortId, name, description },
  onClose,
}: {
  cohort: CohortDetail;
  onClose: () => void;
}) {
  const { t } = useTranslation('cohorts');
  const form = useId();
  const { show } = useToast();
  const update = useCommand('updateCohort', { refreshes: ['readCohort', 'listCohorts'] });
  return (
    <Dialog
      title={t('manage.edit')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" type="submit" form={form} isPending={update.isPending}>
            {t('manage.save')}
          </Button>
        </>
      }
    >
      <CohortForm
        id={form}
        initial={{ name, description }}
        onSend={(body) =>
          update.mutate(
            { params: { cohortId }, body },
            {
              onSuccess: () => {
                show({ tone: 'success', message: t('manage.saved') });
                onClose();
              },
            },
          )
        }
      />
      {update.error && <ErrorNotice error={update.error} />}
    </Dialog>
  );
}
