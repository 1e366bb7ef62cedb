import { useTranslation } from 'react-i18next';
import { Button, Icon } from '../../ui/index.ts';
import type { AnswerState } from './answer-keeper.ts';
import styles from './presenting.module.css';

/** Whether what was typed is on the server, in words; a failure says so and offers to try again. */
export function SaveState({ state, error, onRetry }: { state: AnswerState; error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('presenting');
  return (
    <output className={styles.save} data-state={state}>
      {state === 'failed' && <Icon name="warning" size={16} />}
      {state === 'saved' && <Icon name="check" size={16} />}
      <span>
        {t(`answers.${state}`)}
        {state === 'failed' && error instanceof Error && ` ${error.message}`}
      </span>
      {state === 'failed' && (
        <Button size="small" onPress={onRetry}>
          {t('answers.retry')}
        </Button>
      )}
    </output>
  );
}
