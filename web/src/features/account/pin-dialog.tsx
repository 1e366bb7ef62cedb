import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { Button, CodeField, Dialog, ErrorNotice, useToast } from '../../ui/index.ts';
import styles from './account.module.css';

/** The four digits that unlock the screen of this browser, typed twice. Source: PA-24. */
export function PinDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('account');
  const { show } = useToast();
  const form = useId();
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [wrong, setWrong] = useState<'short' | 'different' | null>(null);
  const choose = useCommand('choosePin', { refreshes: ['readWaysIn'] });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const found = pin.length < 4 ? 'short' : pin === again ? null : 'different';
    setWrong(found);
    if (found) return;
    choose.mutate(
      { body: { pin } },
      {
        onSuccess: () => {
          show({ tone: 'success', message: t('devices.pinSaved') });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('devices.pinTitle')}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={form} variant="primary" isPending={choose.isPending}>
            {t('devices.pinSave')}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={send} className={styles.group}>
        <p>{t('devices.pinWords')}</p>
        <CodeField
          secret
          label={t('devices.pinField')}
          length={4}
          value={pin}
          onChange={setPin}
          error={wrong === 'short' && t('devices.pinShort')}
        />
        <CodeField
          secret
          label={t('devices.pinAgain')}
          length={4}
          value={again}
          onChange={setAgain}
          error={wrong === 'different' && t('devices.pinDifferent')}
        />
        {choose.error && <ErrorNotice error={choose.error} />}
      </form>
    </Dialog>
  );
}
