import { useTranslation } from 'react-i18next';
import { Badge, Spinner, type Tone, useLanguage } from '../../../ui/index.ts';
import type { CheckName, Found } from './checks.ts';
import styles from './connection-test.module.css';
import { MediaPaths } from './media-paths.tsx';
import { loadOf, type Rates } from './rates.ts';
import type { CheckState } from './use-connection-test.ts';

type Look = { tone: Tone; words: 'waiting' | 'passed' | 'failed' | 'optional' | 'absent' };

function lookOf(name: CheckName, state: Exclude<CheckState, 'checking'>): Look {
  if (state === 'waiting') return { tone: 'neutral', words: 'waiting' };
  if (state.paths === null) return { tone: 'neutral', words: 'absent' };
  if (state.passed) return { tone: 'success', words: 'passed' };
  return name === 'camera' ? { tone: 'warning', words: 'optional' } : { tone: 'danger', words: 'failed' };
}

function RateWords({ rates }: { rates: Rates }) {
  const { t } = useTranslation('notifications');
  const { language } = useLanguage();
  const megabits = (rate: number) =>
    new Intl.NumberFormat(language, { maximumSignificantDigits: 2 }).format(rate / 1_000);
  return (
    <>
      <p className={styles.soft}>
        {t('connection.rates.figures', { download: megabits(rates.download), upload: megabits(rates.upload) })}
      </p>
      <p className={styles.finding}>{t(`connection.rates.${loadOf(rates)}`)}</p>
    </>
  );
}

function Findings({ name, found }: { name: CheckName; found: Found }) {
  const { t } = useTranslation('notifications');
  return (
    <>
      {found.delay !== undefined && (
        <p className={styles.soft}>{t('connection.delay', { milliseconds: found.delay })}</p>
      )}
      {found.rates && <RateWords rates={found.rates} />}
      {found.paths === null && <p className={styles.finding}>{t('connection.paths.noCalls')}</p>}
      {!found.passed && <p className={styles.advice}>{t(`connection.advice.${name}`)}</p>}
      {found.paths && <MediaPaths paths={found.paths} />}
    </>
  );
}

/** One check: what it is for, its state in words, what it found, and what to do when it failed. */
export function CheckRow({ name, state }: { name: CheckName; state: CheckState }) {
  const { t } = useTranslation('notifications');
  return (
    <li className={styles.check}>
      <div className={styles.words}>
        <h3 className={styles.name}>{t(`connection.names.${name}`)}</h3>
        <p className={styles.soft}>{t(`connection.about.${name}`)}</p>
      </div>
      {state === 'checking' ? (
        <Spinner label={t('connection.checking')} size="small" />
      ) : (
        <Badge tone={lookOf(name, state).tone}>{t(`connection.${lookOf(name, state).words}`)}</Badge>
      )}
      {typeof state === 'object' && (
        <div className={styles.findings}>
          <Findings name={name} found={state} />
        </div>
      )}
    </li>
  );
}
