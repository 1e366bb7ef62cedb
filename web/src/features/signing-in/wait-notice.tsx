import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ApiError } from '../../api/index.ts';
import { formatWait } from '../../lib/index.ts';
import { ErrorNotice, Notice, useLanguage, useSecondsLeft } from '../../ui/index.ts';

/** When the next try is answered (milliseconds since 1970), from a refusal `wait`; null for any other. */
export function endOfWait(error: Error | null, at: number): number | null {
  const { code, details } = (error ?? {}) as Partial<ApiError>;
  if (code !== 'wait') return null;
  return at + (typeof details?.seconds === 'number' ? details.seconds : 60) * 1000;
}

/** A refusal; « Trop d’essais » with the time that is left, in words. `until` from `endOfWait`. Source: domain.md 3.5. */
export function RefusalNotice({ error, until }: { error: Error | null; until: number | null }) {
  const { t } = useTranslation('signingIn');
  const { language } = useLanguage();
  const seconds = useSecondsLeft(until);
  if (!error) return null;
  if ((error as Partial<ApiError>).code === 'mailbox_alone')
    return (
      <Notice tone="warning" title={t('password.mailboxAlone')}>
        <p>{error.message}</p>
        <Link to="/recuperation">{t('password.recover')}</Link>
      </Notice>
    );
  if (until === null) return <ErrorNotice error={error} />;
  if (seconds === 0) return <Notice tone="success" title={t('wait.over')} />;
  return (
    <Notice tone="warning" title={t('wait.title')}>
      <p>
        {t('wait.words')} <span aria-live="off">{formatWait(seconds, language)}</span>.
      </p>
      <p>{t('wait.passkey')}</p>
    </Notice>
  );
}
