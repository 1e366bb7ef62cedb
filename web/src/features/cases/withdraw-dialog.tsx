import { useTranslation } from 'react-i18next';
import { Button, Dialog, ErrorNotice } from '../../ui/index.ts';

export type WithdrawDialogProps = {
  /** Null when nothing is asked. */ name: string | null;
  isPending: boolean;
  error: unknown;
  onClose: () => void;
  onConfirm: () => void;
};

/** Asks before an access is withdrawn: the colleague's page closes within seconds. */
export function WithdrawDialog({ name, isPending, error, onClose, onConfirm }: WithdrawDialogProps) {
  const { t } = useTranslation('cases');
  return (
    <Dialog
      role="alertdialog"
      title={t('sharing.withdrawTitle')}
      isOpen={name !== null}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('sharing.keep')}</Button>
          <Button variant="danger" isPending={isPending} onPress={onConfirm}>
            {t('sharing.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('sharing.withdrawWords', { name: name ?? '' })}</p>
      {error ? <ErrorNotice error={error} /> : null}
    </Dialog>
  );
}
