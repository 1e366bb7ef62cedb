import type { CallSummary } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { Notice, ProgressBar, Spinner } from '../../../ui/index.ts';
import styles from './entry.module.css';

/** Why the call cannot be joined now: its engine is being prepared, this server has none, or one was removed. */
export function EngineNotice({ summary: { engine, removed }, bridge }: { summary: CallSummary; bridge: string }) {
  const { t } = useTranslation('call');
  if (engine.state === 'preparing') {
    const { step, percent } = engine;
    const words = step ? t('entry.preparingHow', { step }) : t('entry.preparing');
    return (
      <div className={styles.preparing}>
        {percent === null ? (
          <Spinner label={words} />
        ) : (
          <>
            <output>{words}</output>
            <ProgressBar
              label={t('entry.preparing')}
              words={t('entry.percent', { count: Math.round(percent) })}
              value={percent / 100}
            />
          </>
        )}
      </div>
    );
  }
  return (
    <div className={styles.unavailable}>
      {engine.state === 'unavailable' ? (
        <Notice title={t('entry.unavailable')}>
          <p>{t('entry.unavailableWords')}</p>
          {engine.reason !== null && <p>{t('entry.reason', { reason: engine.reason })}</p>}
          {bridge && <p className={styles.bridge}>{t('entry.bridge', { details: bridge })}</p>}
        </Notice>
      ) : (
        removed && (
          <Notice>
            <p>{t('entry.removed')}</p>
          </Notice>
        )
      )}
    </div>
  );
}
