import { useTranslation } from 'react-i18next';
import { Button, FileDrop, Notice, Spinner, StepHeading } from '../../ui/index.ts';
import { FileFacts } from './file-facts.tsx';
import { useCheck } from './use-check.ts';
import { verdictOf } from './verdict.ts';
import styles from './verification.module.css';

const tones = {
  altered: 'danger',
  current: 'success',
  replaced: 'warning',
  document: 'success',
  elsewhere: 'warning',
} as const;

/** `/verifier`: a file is given, and a verdict comes in words, then what it rests on. */
export function VerificationScreen() {
  const { t } = useTranslation('verification');
  const { check, examine, reset } = useCheck();
  const verdict = check.state === 'done' ? verdictOf(check.found) : null;
  return (
    <>
      <StepHeading>{t('title')}</StepHeading>
      {check.state === 'idle' && (
        <>
          <p>{t('intro')}</p>
          <FileDrop
            label={t('drop')}
            choose={t('choose')}
            extensions={['.pdf', 'application/pdf']}
            single
            onFiles={([file]) => file && examine(file)}
          >
            {t('hint')}
          </FileDrop>
        </>
      )}
      {check.state === 'checking' && <Spinner size="block" label={t('checking', { name: check.name })} />}
      {check.state === 'failed' && (
        <Notice tone="danger" title={check.name}>
          <p>{check.why}</p>
        </Notice>
      )}
      {check.state === 'done' && verdict && (
        <>
          <Notice tone={tones[verdict]} title={t(`verdict.${verdict}`)}>
            <p>{t(`verdict.${verdict}Words`, { number: check.found.copy?.replacedBy ?? '' })}</p>
          </Notice>
          <FileFacts name={check.name} found={check.found} />
        </>
      )}
      {(check.state === 'done' || check.state === 'failed') && (
        <Button icon="add" className={styles.another} onPress={reset}>
          {t('another')}
        </Button>
      )}
      <section className={styles.offline}>
        <h2>{t('offline')}</h2>
        <p>{t('offlineWords')}</p>
        <code>npm run verify -- compte-rendu.pdf</code>
      </section>
    </>
  );
}
