import type { AwaitedCode, Me } from '@concertation/shared/contracts';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type ApiError, call, makePasskey, useCeremony, useCommand } from '../../api/index.ts';
import { Button, ErrorNotice, LinkButton, Notice, PasswordField, StepHeading, TextField } from '../../ui/index.ts';
import styles from './registration.module.css';

type Sharing = {
  /** On a computer that others use, the browser remembers nothing. */
  shared: boolean;
  sharedField: ReactNode;
};

/** The ways on from a link that serves no more. */
function LinkEnded() {
  const { t } = useTranslation('registration');
  return (
    <div className={styles.buttons}>
      <LinkButton href="/connexion" variant="primary">
        {t('signIn')}
      </LinkButton>
      <LinkButton href="/inscription">{t('confirmation.again')}</LinkButton>
    </div>
  );
}

const hasEnded = (error: Error | null): boolean => (error as Partial<ApiError> | null)?.code === 'link_ended';

function FirstPasskey({
  token,
  name,
  shared,
  sharedField,
  onEnter,
}: Sharing & { token: string; name: string; onEnter: (me: Me) => void }) {
  const { t } = useTranslation('registration');
  const [passkeyName, setPasskeyName] = useState(t('confirmation.keyDefault'));
  const making = useCeremony(async () => {
    const answer = await makePasskey(() => call('startRegistrationPasskey', { body: { token } }));
    const named = passkeyName.trim() || t('confirmation.keyDefault');
    return call('finishRegistrationPasskey', { body: { ...answer, token, passkeyName: named, shared } });
  });
  return (
    <>
      <div>
        <StepHeading>{t('confirmation.passkeyTitle')}</StepHeading>
        <p className={styles.lead}>{t('confirmation.passkeyWords', { name })}</p>
      </div>
      <TextField
        label={t('confirmation.keyName')}
        description={t('confirmation.keyHelp')}
        maxLength={60}
        autoComplete="off"
        value={passkeyName}
        onChange={setPasskeyName}
      />
      {sharedField}
      {shared && <p className={styles.soft}>{t('confirmation.sharedKey')}</p>}
      {making.error && <ErrorNotice error={making.error} />}
      {hasEnded(making.error) ? (
        <LinkEnded />
      ) : (
        <Button
          variant="primary"
          icon="key"
          className={styles.main}
          isPending={making.isPending}
          onPress={() => making.mutate(undefined, { onSuccess: onEnter })}
        >
          {t('confirmation.makePasskey')}
        </Button>
      )}
    </>
  );
}

/** The password typed again, as at every sign-in: whoever wrote this address without owning it stops here. Source: SC-18. */
function SecondPassword({
  token,
  email,
  name,
  shared,
  sharedField,
}: Sharing & { token: string; email: string; name: string }) {
  const { t } = useTranslation('registration');
  const navigate = useNavigate();
  const [password, setPassword] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const confirm = useCommand('confirmRegistration');
  const signIn = useCommand('signInWithPassword');
  const enter = (awaited?: AwaitedCode) =>
    void navigate('/connexion', { replace: true, state: { created: true, email, awaited } });
  const submit = () =>
    confirm.mutate(
      { body: { token, password } },
      {
        // Where the code cannot be sent now, the sign-in page says it.
        onSuccess: () =>
          signIn.mutate({ body: { email, password, shared } }, { onSuccess: enter, onError: () => enter() }),
      },
    );
  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== '') submit();
      }}
    >
      <div>
        <StepHeading>{t('confirmation.passwordTitle')}</StepHeading>
        <p className={styles.lead}>{t('confirmation.passwordWords', { name })}</p>
      </div>
      <TextField label={t('confirmation.email')} value={email} isReadOnly autoComplete="username" />
      <PasswordField
        label={t('confirmation.password')}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        ref={field}
      />
      {sharedField}
      {confirm.error && (
        <ErrorNotice
          error={confirm.error.code === 'credentials_refused' ? new Error(t('confirmation.wrong')) : confirm.error}
        />
      )}
      {hasEnded(confirm.error) ? (
        <LinkEnded />
      ) : (
        <Button
          variant="primary"
          type="submit"
          className={styles.main}
          isPending={confirm.isPending || signIn.isPending}
        >
          {t('signIn')}
        </Button>
      )}
    </form>
  );
}

/**
 * Behind the link of the mail: one press confirms, so that a mail scanner that opens the page creates nothing; then the
 * password again and its code, or the first passkey. Source: SC-17, SC-18.
 */
export function ConfirmationScreen({
  token,
  onEnter,
  ...sharing
}: Sharing & { token: string | null; onEnter: (me: Me) => void }) {
  const { t } = useTranslation('registration');
  const confirm = useCommand('confirmRegistration');
  if (token === null)
    return (
      <>
        <StepHeading>{t('confirmation.title')}</StepHeading>
        <Notice tone="warning" title={t('confirmation.missing')}>
          <p>{t('confirmation.missingWords')}</p>
        </Notice>
      </>
    );
  if (confirm.data?.next === 'passkey')
    return <FirstPasskey token={token} name={confirm.data.name} onEnter={onEnter} {...sharing} />;
  if (confirm.data?.next === 'password')
    return <SecondPassword token={token} email={confirm.data.email} name={confirm.data.name} {...sharing} />;
  return (
    <>
      <div>
        <StepHeading>{t('confirmation.title')}</StepHeading>
        <p className={styles.lead}>{t('confirmation.words')}</p>
      </div>
      {confirm.error && <ErrorNotice error={confirm.error} />}
      {hasEnded(confirm.error) ? (
        <LinkEnded />
      ) : (
        <Button
          variant="primary"
          className={styles.main}
          isPending={confirm.isPending}
          onPress={() => confirm.mutate({ body: { token } })}
        >
          {t('confirmation.submit')}
        </Button>
      )}
    </>
  );
}
