import { type QueuedValidation, type ValidationDecision } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/index.ts';
import { ConfirmDialog, useToast } from '../../../ui/index.ts';
import { ReasonDialog } from '../reason-dialog.tsx';

export type AskedDecision = { request: QueuedValidation; decision: 'accepted' | 'refused' };

type Props = AskedDecision & { organisationId: string; onClose: () => void };

/** Asks before an answer is given: an acceptance is confirmed, a refusal gives its reason. */
export function OrganisationDecision({ organisationId, request, decision, onClose }: Props) {
  const { t } = useTranslation('administration');
  const toast = useToast();
  const decide = useCommand('decideOrganisationValidation', {
    refreshes: ['listOrganisationValidations', 'readOrganisation'],
  });
  const { requestId, account } = request;
  const { name } = account;
  const send = (body: ValidationDecision) =>
    decide.mutate(
      { params: { organisationId, requestId }, body },
      {
        onSuccess: () => {
          toast.show({ tone: 'success', message: t(`validations.done_${decision}`, { name }) });
          onClose();
        },
      },
    );
  if (decision === 'accepted')
    return (
      <ConfirmDialog
        isDangerous={false}
        title={t('organisation.acceptTitle', { name })}
        confirm={t('validations.accept')}
        isPending={decide.isPending}
        error={decide.error}
        onConfirm={() => send({ decision })}
        onClose={onClose}
      >
        {t('organisation.acceptWords')}
      </ConfirmDialog>
    );
  return (
    <ReasonDialog
      title={t('validations.title_refused', { name })}
      label={t('validations.reasonLabel')}
      description={t('validations.reasonHint')}
      action={t('validations.refuse')}
      isPending={decide.isPending}
      error={decide.error}
      onConfirm={(reason) => send({ decision, reason })}
      onClose={onClose}
    />
  );
}
