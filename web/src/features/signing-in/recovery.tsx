import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { ChoiceField, Notice, TextField } from '../../ui/index.ts';
import { EmailForm } from './email-form.tsx';
import { EntranceWords } from './entrance-words.tsx';
import styles from './signing-in.module.css';
import { SharedComputerField } from './shared-computer-field.tsx';
import { useSharedComputer } from './shared-computer.ts';
import { useEnter } from './use-enter.ts';
import { useRefusal } from './use-refusal.ts';

const ways = ['code', 'administrator'] as const;
type Way = (typeof ways)[number];

function WithCode({ shared }: { shared: boolean }) {
  const { t } = useTranslation('signingIn');
  const enter = useEnter();
  const [recoveryCode, setRecoveryCode] = useState('');
  const [missing, setMissing] = useState(false);
  const signIn = useCommand('signInWithRecoveryCode');
  const { refusal, refuse } = useRefusal();
  const send = (email: string) => {
    setMissing(recoveryCode.trim() === '');
    if (recoveryCode.trim() === '') return;
    refuse(null);
    signIn.mutate({ body: { email, recoveryCode, shared } }, { onSuccess: enter, onError: refuse });
  };
  return (
    <EmailForm action={t('password.submit')} isPending={signIn.isPending} refusal={refusal} onSend={send}>
      <TextField
        label={t('recovery.code')}
        description={t('recovery.codeHelp')}
        isRequired
        autoComplete="off"
        spellCheck="false"
        value={recoveryCode}
        onChange={(text) => {
          setRecoveryCode(text);
          setMissing(false);
        }}
        error={missing && t('recovery.codeMissing')}
      />
    </EmailForm>
  );
}

function WithAdministrator({ onAsked }: { onAsked: () => void }) {
  const { t } = useTranslation('signingIn');
  const ask = useCommand('askRecovery');
  const { refusal, refuse } = useRefusal();
  if (ask.isSuccess)
    return (
      <Notice tone="success" title={t('recovery.asked')}>
        <p>{t('recovery.askedWords')}</p>
      </Notice>
    );
  return (
    <>
      <p className={styles.help}>{t('recovery.administratorWords')}</p>
      <EmailForm
        action={t('recovery.ask')}
        isPending={ask.isPending}
        refusal={refusal}
        onSend={(email) => ask.mutate({ body: { email } }, { onSuccess: onAsked, onError: refuse })}
      />
    </>
  );
}

/** « J’ai tout perdu »: one of the printed codes, or an administrator and a waiting time. */
export function Recovery() {
  const { t } = useTranslation('signingIn');
  const [way, setWay] = useState<Way>('code');
  const [isAsked, setAsked] = useState(false);
  const [shared, setShared] = useSharedComputer();
  return (
    <>
      <EntranceWords title={t('recovery.title')} step={isAsked ? 'asked' : ''}>
        {t('recovery.words')}
      </EntranceWords>
      <ChoiceField
        label={t('recovery.way')}
        choices={ways.map((id) => ({ id, label: t(`recovery.way_${id}`) }))}
        value={way}
        onChange={setWay}
      />
      {way === 'code' ? (
        <>
          <WithCode shared={shared} />
          <SharedComputerField shared={shared} onChange={setShared} />
        </>
      ) : (
        <WithAdministrator onAsked={() => setAsked(true)} />
      )}
    </>
  );
}
