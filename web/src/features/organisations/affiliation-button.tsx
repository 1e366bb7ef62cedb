import type { OrganisationDetail } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { Button, ConfirmDialog, useToast } from '../../ui/index.ts';

const refreshes = ['readOrganisation', 'listOrganisations', 'readAssistance', 'listColleagues'] as const;

/** « Je travaille ici », and the way back. */
export function AffiliationButton({ organisation: { organisationId, role } }: { organisation: OrganisationDetail }) {
  const { t } = useTranslation('organisations');
  const toast = useToast();
  const [leaving, setLeaving] = useState(false);
  const join = useCommand('joinOrganisation', { refreshes });
  const leave = useCommand('leaveOrganisation', { refreshes });
  const input = { params: { organisationId } };
  if (role === null)
    return (
      <Button
        variant="primary"
        icon="check"
        isPending={join.isPending}
        onPress={() =>
          join.mutate(input, {
            onSuccess: () => toast.show({ tone: 'success', message: t('detail.joined') }),
            onError: ({ message }) => toast.show({ tone: 'danger', message }),
          })
        }
      >
        {t('detail.join')}
      </Button>
    );
  return (
    <>
      <Button onPress={() => setLeaving(true)}>{t('detail.leave')}</Button>
      {leaving && (
        <ConfirmDialog
          title={t('detail.leaveTitle')}
          confirm={t('detail.leave')}
          isPending={leave.isPending}
          error={leave.error}
          onClose={() => setLeaving(false)}
          onConfirm={() =>
            leave.mutate(input, {
              onSuccess: () => {
                toast.show({ message: t('detail.left') });
                setLeaving(false);
              },
            })
          }
        >
          {t('detail.leaveWords')}
        </ConfirmDialog>
      )}
    </>
  );
}
