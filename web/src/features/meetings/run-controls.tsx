import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/index.ts';
import type { Step } from './order.ts';
import styles from './meeting-header.module.css';

/** Previous and next case, for who runs the meeting. Never disabled: at either end a press says so, and keeps the focus. */
export function RunControls({
  begun,
  isMain,
  onStep,
}: {
  begun: boolean;
  /** False before the day: opening the meeting comes first. */
  isMain: boolean;
  onStep: (step: Step) => void;
}) {
  const { t } = useTranslation('meetings');
  return (
    <fieldset aria-label={t('run.label')} className={styles.run}>
      <Button
        icon="chevronUp"
        aria-keyshortcuts="Alt+ArrowUp"
        aria-label={t('run.previous')}
        onPress={() => onStep('previous')}
      />
      <Button
        variant={isMain ? 'primary' : 'secondary'}
        icon="chevronDown"
        aria-keyshortcuts="Alt+ArrowDown"
        onPress={() => onStep('next')}
      >
        {t(begun ? 'run.next' : 'run.start')}
        <kbd className={styles.key} aria-hidden="true">
          {t('run.nextKey')}
        </kbd>
      </Button>
    </fieldset>
  );
}
