import { useTranslation } from 'react-i18next';
import { Button, Dialog, ErrorNotice } from '../../ui/index.ts';

/** Asks before something is taken away. */
export function ConfirmDialog({
  title,
  words,
  action,
  isPending,
  error,
  onConfirm,
  onClose,
}: {
  title: string;
  words: string;
  action: string;
  isPending: boolean;
  error: Error | null;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('account');
  return (
    <Dialog
      role="alertdialog"
      isOpen
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="danger" isPending={isPending} onPress={onConfirm}>
            {action}
          </Button>
        </>
      }
    >
      <p>{words}</p>
      {error && <ErrorNotice error={error} />}
    </Dialog>
  );
}
