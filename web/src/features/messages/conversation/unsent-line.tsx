import { useTranslation } from 'react-i18next';
import { Button, classNames } from '../../../ui/index.ts';
import type { AnswerKeeper, Unsent } from './answer-keeper.ts';
import styles from './conversation.module.css';

/** A message of mine that the conversation does not show yet: on its way, or not sent and what to do about it. */
export function UnsentLine({
  unsent: { messageId, text, state, error },
  answer,
}: {
  unsent: Unsent;
  answer: AnswerKeeper;
}) {
  const { t } = useTranslation('messages');
  return (
    <li className={classNames(styles.line, styles.mine)}>
      <p className={styles.lineHead}>
        <span className={styles.author}>{t('conversation.you')}</span>
      </p>
      <p className={classNames(styles.bubble, state === 'failed' && styles.failed)}>{text}</p>
      {state === 'sending' && <output className={styles.note}>{t('conversation.sending')}</output>}
      {state === 'failed' && (
        <div className={styles.notSent}>
          <p role="alert">
            <strong>{t('conversation.notSent')}</strong>
            {error && ` – ${error.message}`}
          </p>
          <Button size="small" icon="redo" onPress={() => void answer.retry(messageId)}>
            {t('conversation.retry')}
          </Button>
          <Button size="small" variant="quiet" icon="edit" onPress={() => answer.takeBack(messageId)}>
            {t('conversation.takeBack')}
          </Button>
        </div>
      )}
    </li>
  );
}
