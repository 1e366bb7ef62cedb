import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, ErrorNotice, type IconName, TextField } from '../../ui/index.ts';
import styles from './account.module.css';

type Props = {
  title: string;
  /** What is told above the field. */
  words?: ReactNode;
  help?: string;
  initialName?: string;
  action: { label: string; icon?: IconName };
  isPending: boolean;
  error: Error | null;
  onName: (name: string) => void;
  onClose: () => void;
};

/** Asks how a passkey is to be called; an empty name is refused here. */
export function PasskeyNameDialog(props: Props) {
  const { t } = useTranslation('account');
  const form = useId();
  const [name, setName] = useState(props.initialName ?? '');
  const [refused, setRefused] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === '') return setRefused(true);
    props.onName(wanted);
  };
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={props.title}
      actions={
        <>
          <Button onPress={props.onClose}>{t('cancel')}</Button>
          <Button type="submit" form={form} variant="primary" icon={props.action.icon} isPending={props.isPending}>
            {props.action.label}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={send} className={styles.stack}>
        {props.words}
        <TextField
          isRequired
          maxLength={60}
          label={t('passkeys.name')}
          description={props.help}
          value={name}
          onChange={(text) => {
            setName(text);
            setRefused(false);
          }}
          error={refused && t('passkeys.nameMissing')}
          autoComplete="off"
        />
        {props.error && <ErrorNotice error={props.error} />}
      </form>
    </Dialog>
  );
}
