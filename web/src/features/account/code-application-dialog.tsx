import { type FormEvent, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { Button, CodeField, Dialog, ErrorNotice, Spinner, useToast } from '../../ui/index.ts';
import styles from './account.module.css';
import { QrCode } from './qr-code.tsx';

/** Four by four, as it is read aloud and typed. */
const grouped = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');

/** Installs an application that makes codes: its drawing or its key, shown once, then a first code. */
export function CodeApplicationDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('account');
  const { show } = useToast();
  const form = useId();
  const [code, setCode] = useState('');
  const [short, setShort] = useState(false);
  const begin = useCommand('startCodeApplication');
  const confirm = useCommand('confirmCodeApplication', { refreshes: ['readWaysIn'] });
  const { mutate: start } = begin;
  useEffect(() => start({}), [start]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setShort(code.length < 6);
    if (code.length < 6) return;
    confirm.mutate(
      { body: { code } },
      {
        onSuccess: () => {
          show({ tone: 'success', message: t('ways.installed') });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('ways.installOf')}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={form} variant="primary" isDisabled={!begin.data} isPending={confirm.isPending}>
            {t('ways.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('ways.installWords')}</p>
      {begin.isPending && <Spinner size="block" />}
      {begin.error && <ErrorNotice error={begin.error} onRetry={() => start({})} />}
      {begin.data && (
        <form id={form} noValidate onSubmit={send} className={styles.install}>
          <QrCode text={begin.data.uri} label={t('ways.qr')} />
          <div className={styles.group}>
            <div>
              <p className={styles.help}>{t('ways.secret')}</p>
              <p className={styles.secret}>{grouped(begin.data.secret)}</p>
            </div>
            <CodeField
              label={t('ways.firstCode')}
              length={6}
              value={code}
              onChange={(digits) => {
                setCode(digits);
                setShort(false);
              }}
              error={short && t('ways.codeShort')}
            />
            {confirm.error && <ErrorNotice error={confirm.error} />}
          </div>
        </form>
      )}
    </Dialog>
  );
}
