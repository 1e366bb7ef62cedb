import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { ErrorNotice } from './error-notice.tsx';

export type ConfirmDialogProps = {
  title: string;
  /** What happens, in words. */
  children: ReactNode;
  /** The button that does it. */
  confirm: string;
  /** The safe answer, which comes first; « Annuler » unless told. */
  cancel?: string;
  /** False for what takes nothing away. */
  isDangerous?: boolean;
  isPending: boolean;
  error?: Error | null;
  onConfirm: () => void;
  onClose: () => void;
};

/** Asks before what cannot be taken back by a press. To be mounted while it is asked. */
export function ConfirmDialog({
  title,
  children,
  confirm,
  cancel,
  isDangerous = true,
  isPending,
  error = null,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const { t } = useTranslation('ui');
  return (
    <Dialog
      role="alertdialog"
      isOpen
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{cancel ?? t('cancel')}</Button>
          <Button variant={isDangerous ? 'danger' : 'primary'} isPending={isPending} onPress={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      {typeof children === 'string' ? <p>{children}</p> : children}
      {error && <ErrorNotice error={error} />}
    </Dialog>
  );
}
