import { useTranslation } from 'react-i18next';
import { Button, Dialog, ErrorNotice } from '../../ui/index.ts';

type Props = {
  title: string;
  words: string;
  action: string;
  isPending: boolean;
  error: Error | null;
  onConfirm: () => void;
  onClose: () => void;
};

/** Asks before somebody is taken out of an organisation. */
export function ConfirmDialog({ title, words, action, isPending, error, onConfirm, onClose }: Props) {
  const { t } = useTranslation('organisations');
  return (
    <Dialog
      isOpen
      role="alertdialog"
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('form.cancel')}</Button>
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
