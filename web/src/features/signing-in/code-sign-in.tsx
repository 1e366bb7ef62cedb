import type { AwaitedCode } from '@concertation/shared/contracts';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ApiError, useCommand } from '../../api/index.ts';
import { formatWait } from '../../lib/index.ts';
import { Button, CodeField, Notice, StepHeading, useLanguage, useSecondsLeft } from '../../ui/index.ts';
import styles from './signing-in.module.css';
import { useEnter } from './use-enter.ts';
import { useRefusal } from './use-refusal.ts';
import { endOfWait, RefusalNotice } from './wait-notice.tsx';

const codeLength = 6;

function SendByEmail({ awaited, onSent }: { awaited: AwaitedCode; onSent: (awaited: AwaitedCode) => void }) {
  const { t } = useTranslation('signingIn');
  const { language } = useLanguage();
  const [until, setUntil] = useState(() => Date.now() + awaited.resendAfterSeconds * 1000);
  const seconds = useSecondsLeft(until);
  const again = useCommand('sendCodeByEmail');
  const { refusal, refuse } = useRefusal();
  const send = () => {
    refuse(null);
    again.mutate(
      { body: { pendingId: awaited.pendingId } },
      {
        onSuccess: (next) => {
          setUntil(Date.now() + next.resendAfterSeconds * 1000);
          onSent(next);
        },
        onError: (error) => {
          const end = endOfWait(error, Date.now());
          if (end === null) refuse(error);
          else setUntil(end);
        },
      },
    );
  };
  return (
    <div className={styles.stack}>
      {seconds > 0 ? (
        <p className={styles.help}>{t('code.resendIn', { wait: formatWait(seconds, language) })}</p>
      ) : (
        <div>
          <Button icon="mail" isPending={again.isPending} onPress={send}>
            {t('code.resend')}
          </Button>
        </div>
      )}
      <RefusalNotice {...refusal} />
    </div>
  );
}

/** The code of a sign-in: typed, pasted or proposed by the telephone, then « Se connecter » again. Source: SC-19, SC-20. */
export function CodeSignIn({ first, onBack }: { first: AwaitedCode; onBack: () => void }) {
  const { t } = useTranslation('signingIn');
  const enter = useEnter();
  const field = useRef<HTMLInputElement>(null);
  const [awaited, setAwaited] = useState(first);
  const [digits, setDigits] = useState('');
  const [short, setShort] = useState(false);
  const { refusal, mustWait, refuse } = useRefusal();
  const finish = useCommand('finishSignInWithCode');
  const hasEnded = refusal.error instanceof ApiError && refusal.error.code === 'code_ended';
  useEffect(() => field.current?.focus(), [awaited]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setShort(digits.length < codeLength);
    if (digits.length < codeLength) return field.current?.focus();
    refuse(null);
    finish.mutate(
      { body: { pendingId: awaited.pendingId, code: digits } },
      {
        onSuccess: enter,
        onError: (error) => {
          refuse(error);
          field.current?.select();
        },
      },
    );
  };
  return (
    <>
      <div>
        <StepHeading>{t('code.title')}</StepHeading>
        <p className={styles.lead}>{t(`code.sent_${awaited.channel}`, { hint: awaited.hint })}</p>
        {awaited.channel === 'sms' && <p className={styles.help}>{t('code.slow')}</p>}
      </div>
      {awaited !== first && <Notice tone="success" title={t('code.resent')} />}
      <form noValidate onSubmit={send} className={styles.group}>
        <CodeField
          ref={field}
          label={t('code.field')}
          length={codeLength}
          value={digits}
          onChange={(next) => {
            setDigits(next);
            setShort(false);
          }}
          error={short && t('code.short')}
        />
        <RefusalNotice {...refusal} />
        {hasEnded ? (
          <Button className={styles.main} icon="back" onPress={onBack}>
            {t('code.restart')}
          </Button>
        ) : (
          <Button
            type="submit"
            variant="primary"
            className={styles.main}
            isPending={finish.isPending}
            isDisabled={mustWait}
          >
            {t('password.submit')}
          </Button>
        )}
      </form>
      {awaited.channel !== 'totp' && <SendByEmail awaited={awaited} onSent={setAwaited} />}
      <p className={styles.other}>
        <Button variant="quiet" size="small" icon="back" onPress={onBack}>
          {t('code.back')}
        </Button>
      </p>
      <p className={styles.other}>
        {t('code.lost')} <Link to="/recuperation">{t('code.recover')}</Link>
      </p>
    </>
  );
}
