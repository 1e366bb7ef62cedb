import type { Delivery } from '@concertation/shared/contracts';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { Button, Dialog, ErrorNotice, TextField, useToast } from '../../ui/index.ts';
import styles from './deliveries.module.css';
import { refreshes } from './refreshes.ts';

const looksWhole = (address: string) => /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(address);

/** « Donner une adresse »: the report leaves to it at once. */
export function AddressDialog({ delivery, onClose }: { delivery: Delivery; onClose: () => void }) {
  const { t } = useTranslation('deliveries');
  const form = useId();
  const { show } = useToast();
  const { reportId, deliveryId, name } = delivery;
  const [address, setAddress] = useState(delivery.address ?? '');
  const [checked, setChecked] = useState(false);
  const send = useCommand('sendDelivery', { refreshes });
  const wanted = address.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!looksWhole(wanted)) return;
    send.mutate(
      { params: { reportId, deliveryId }, body: { address: wanted } },
      {
        onSuccess: () => {
          show({ tone: 'success', message: t('address.done', { address: wanted }) });
          onClose();
        },
      },
    );
  };
  const refused = send.error?.fields.some(({ field }) => field === 'address') ?? false;
  return (
    <Dialog
      title={t('address.title', { name })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" type="submit" form={form} isPending={send.isPending}>
            {t('address.send')}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit} noValidate>
        <TextField
          type="email"
          label={t('address.label')}
          description={t('address.help')}
          value={address}
          onChange={setAddress}
          error={(checked && !looksWhole(wanted)) || refused ? t('address.wrong') : null}
          autoComplete="off"
          maxLength={320}
          isRequired
        />
        {send.error && !refused && <ErrorNotice error={send.error} />}
      </form>
    </Dialog>
  );
}
