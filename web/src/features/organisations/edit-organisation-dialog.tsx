import type { OrganisationDetail } from '@concertation/shared/contracts';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { Button, Dialog, useToast } from '../../ui/index.ts';
import { toDraft } from './organisation-draft.ts';
import { OrganisationForm } from './organisation-form.tsx';

/** Changes what an organisation says of itself. */
export function EditOrganisationDialog({
  organisation,
  onClose,
}: {
  organisation: OrganisationDetail;
  onClose: () => void;
}) {
  const { t } = useTranslation('organisations');
  const form = useId();
  const toast = useToast();
  const update = useCommand('updateOrganisation', {
    refreshes: ['readOrganisation', 'listOrganisations', 'readAssistance', 'readPortal', 'listPortals'],
  });
  const { organisationId } = organisation;
  return (
    <Dialog
      isOpen
      size="large"
      role="alertdialog"
      title={t('detail.editTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('form.cancel')}</Button>
          <Button type="submit" form={form} variant="primary" isPending={update.isPending}>
            {t('form.save')}
          </Button>
        </>
      }
    >
      <OrganisationForm
        id={form}
        initial={toDraft(organisation)}
        error={update.error}
        onSend={(body) =>
          update.mutate(
            { params: { organisationId }, body },
            {
              onSuccess: () => {
                toast.show({ tone: 'success', message: t('form.saved') });
                onClose();
              },
            },
          )
        }
      />
    </Dialog>
  );
}
