import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, makePasskey, useCeremony } from '../../api/index.ts';
import { Button, ErrorNotice, TextField } from '../../ui/index.ts';
import { EntranceWords } from './entrance-words.tsx';
import { LinkMissing } from './link-missing.tsx';
import styles from './signing-in.module.css';
import { SharedComputerField } from './shared-computer-field.tsx';
import { useSharedComputer } from './shared-computer.ts';
import { useEnter } from './use-enter.ts';

/** Behind the link of an accepted recovery: a new passkey replaces every former way in. */
export function RecoveryPasskey({ token }: { token: string | null }) {
  const { t } = useTranslation('signingIn');
  const enter = useEnter();
  const [shared, setShared] = useSharedComputer();
  const [name, setName] = useState(t('recoveryPasskey.nameDefault'));
  const making = useCeremony(async (secret: string) => {
    const answer = await makePasskey(() => call('startRecoveryPasskey', { body: { token: secret } }));
    const passkeyName = name.trim() || t('recoveryPasskey.nameDefault');
    return call('finishRecoveryPasskey', { body: { ...answer, token: secret, passkeyName, shared } });
  });
  return (
    <>
      <EntranceWords title={t('recoveryPasskey.title')}>{t('recoveryPasskey.words')}</EntranceWords>
      {token === null ? (
        <LinkMissing />
      ) : (
        <div className={styles.group}>
          <TextField
            label={t('recoveryPasskey.name')}
            value={name}
            maxLength={60}
            onChange={setName}
            autoComplete="off"
          />
          <SharedComputerField shared={shared} onChange={setShared} />
          {shared && <p className={styles.help}>{t('recoveryPasskey.sharedKey')}</p>}
          {making.error && <ErrorNotice error={making.error} />}
          <Button
            variant="primary"
            icon="key"
            className={styles.main}
            isPending={making.isPending}
            onPress={() => making.mutate(token, { onSuccess: enter })}
          >
            {t('recoveryPasskey.submit')}
          </Button>
        </div>
      )}
    </>
  );
}
