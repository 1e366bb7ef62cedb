import type { Message } from '@concertation/shared/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, classNames, useFormats } from '../../../ui/index.ts';
import styles from './conversation.module.css';

/** One message: who, its words, when; mine can be withdrawn. `note` says who read it. */
export function MessageLine({
  message: { text, sentAt },
  author,
  isMine,
  note,
  onWithdraw,
}: {
  message: Message;
  author: string;
  isMine: boolean;
  note: ReactNode;
  onWithdraw: () => void;
}) {
  const { t } = useTranslation('messages');
  const { time } = useFormats();
  return (
    <li className={classNames(styles.line, isMine && styles.mine)}>
      <p className={styles.lineHead}>
        <span className={styles.author}>{isMine ? t('conversation.you') : author}</span>{' '}
        <time dateTime={sentAt}>{time(sentAt)}</time>
        {isMine && text !== null && (
          <Button
            size="small"
            variant="quiet"
            icon="trash"
            className={styles.withdraw}
            aria-label={t('conversation.withdraw', { time: time(sentAt) })}
            onPress={onWithdraw}
          />
        )}
      </p>
      <p className={classNames(styles.bubble, text === null && styles.withdrawn)}>
        {text ?? t('conversation.withdrawn')}
      </p>
      {note}
    </li>
  );
}
