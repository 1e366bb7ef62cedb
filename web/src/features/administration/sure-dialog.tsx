import { useTranslation } from 'react-i18next';
import { Button, Dialog } from '../../ui/index.ts';

type Props = {
  title: string;
  words: string;
  action: string;
  isPending: boolean;
  onConfirm: () => void;
  onClose: () => void;
};

/** Asks before what cannot be taken back by a press. */
export function SureDialog({ title, words, action, isPending, onConfirm, onClose }: Props) {
  const { t } = useTranslation('administration');
  return (
    <Dialog
      role="alertdialog"
      isOpen
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" isPending={isPending} onPress={onConfirm}>
            {action}
          </Button>
        </>
      }
    >
      <p>{words}</p>
    </Dialog>
  );
}
