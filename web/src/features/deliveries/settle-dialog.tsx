import type { Delivery } from '@concertation/shared/contracts';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { Button, Dialog, ErrorNotice, TextField, useToast } from '../../ui/index.ts';
import styles from './deliveries.module.css';
import { refreshes } from './refreshes.ts';

/** « Remis autrement »: how the report reached its recipient, in words. */
export function SettleDialog({ delivery, onClose }: { delivery: Delivery; onClose: () => void }) {
  const { t } = useTranslation('deliveries');
  const form = useId();
  const { show } = useToast();
  const { reportId, deliveryId, name } = delivery;
  const [settlement, setSettlement] = useState('');
  const [checked, setChecked] = useState(false);
  const settle = useCommand('settleDelivery', { refreshes });
  const isShort = settlement.trim().length < 3;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (isShort) return;
    settle.mutate(
      { params: { reportId, deliveryId }, body: { settlement: settlement.trim() } },
      {
        onSuccess: () => {
          show({ tone: 'success', message: t('settlement.done', { name }) });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={t('settlement.title', { name })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" type="submit" form={form} isPending={settle.isPending}>
            {t('settlement.save')}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit} noValidate>
        <TextField
          label={t('settlement.label')}
          description={t('settlement.help')}
          value={settlement}
          onChange={setSettlement}
          error={checked && isShort ? t('settlement.wrong') : null}
          autoComplete="off"
          maxLength={300}
          isRequired
        />
        {settle.error && <ErrorNotice error={settle.error} />}
      </form>
    </Dialog>
  );
}
