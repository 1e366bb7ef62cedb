import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, ErrorNotice, TextArea } from '../../ui/index.ts';

type Props = {
  title: string;
  label: string;
  description: string;
  action: string;
  isDangerous?: boolean;
  isPending: boolean;
  error: Error | null;
  onConfirm: (reason: string) => void;
  onClose: () => void;
};

/** Asks why, before what somebody will be told. */
export function ReasonDialog({
  title,
  label,
  description,
  action,
  isDangerous,
  isPending,
  error,
  onConfirm,
  onClose,
}: Props) {
  const { t } = useTranslation('administration');
  const form = useId();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const send = () => {
    setMissing(reason.trim() === '');
    if (reason.trim() !== '') onConfirm(reason.trim());
  };
  return (
    <Dialog
      isOpen
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant={isDangerous ? 'danger' : 'primary'} type="submit" form={form} isPending={isPending}>
            {action}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <TextArea
          label={label}
          description={description}
          value={reason}
          onChange={setReason}
          maxLength={1000}
          isRequired
          error={missing ? t('reasonMissing') : undefined}
        />
      </form>
      {error && <ErrorNotice error={error} />}
    </Dialog>
  );
}
