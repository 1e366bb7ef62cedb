import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ConfirmDialog, ProgressBar, useToast } from '../../../ui/index.ts';
import styles from './freeze-all.module.css';
import type { FreezeRun } from './use-freeze-all.ts';

/** The one button of the page, how far it is, and what came of it. */
export function FreezeBar({ count, run, onFreeze }: { count: number; run: FreezeRun; onFreeze: () => void }) {
  const { t } = useTranslation('reports');
  const { show } = useToast();
  const [confirming, setConfirming] = useState(false);
  const { total, done, isRunning } = run;
  const ended = total > 0 && !isRunning;
  return (
    <div className={styles.bar}>
      {total > 0 && (
        <ProgressBar
          label={t('freezeAll.progress')}
          words={t('freezeAll.progressWords', { done, total })}
          value={done / total}
          still={ended}
        />
      )}
      <output>
        {ended && (
          <>
            {t('freezeAll.done', { count: run.frozen.size })}{' '}
            {run.refused.size > 0 && t('freezeAll.refused', { count: run.refused.size })}{' '}
            {run.stopped && t('freezeAll.stopped', { reason: run.stopped.message })}
          </>
        )}
      </output>
      <div className={styles.act}>
        <Button
          variant="primary"
          icon="lock"
          isPending={isRunning}
          // Never disabled: it would lose the focus once all that was ticked is frozen.
          onPress={() => (count === 0 ? show({ message: t('freezeAll.tickFirst') }) : setConfirming(true))}
        >
          {t('freezeAll.button', { count })}
        </Button>
        {!isRunning && <span className={styles.help}>{t('freezeAll.chosen', { count })}</span>}
      </div>
      {confirming && (
        <ConfirmDialog
          title={t('freezeAll.confirmTitle', { count })}
          confirm={t('freezeAll.confirm')}
          isPending={false}
          onConfirm={() => {
            setConfirming(false);
            onFreeze();
          }}
          onClose={() => setConfirming(false)}
        >
          {t('freezeAll.confirmBody')}
        </ConfirmDialog>
      )}
    </div>
  );
}
