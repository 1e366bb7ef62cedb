import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../../../api/index.ts';
import { Button, Dialog, ErrorNotice } from '../../../ui/index.ts';

/** A question before something that others would notice; the safe answer comes first. */
export function ConfirmDialog({
  title,
  confirm,
  isOpen,
  isPending,
  error,
  onClose,
  onConfirm,
  children,
}: {
  title: string;
  confirm: string;
  isOpen: boolean;
  isPending: boolean;
  error: ApiError | null;
  onClose: () => void;
  onConfirm: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation('boards');
  return (
    <Dialog
      title={title}
      role="alertdialog"
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="danger" isPending={isPending} onPress={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
      {error && <ErrorNotice error={error} />}
    </Dialog>
  );
}
