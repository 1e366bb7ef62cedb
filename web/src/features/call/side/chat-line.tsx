import type { ChatLine as Line } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { Button, Icon, useFormats } from '../../../ui/index.ts';
import { useCallActions } from '../call-context.ts';
import styles from './side.module.css';

export function ChatLine({ line, mine, moderates }: { line: Line; mine: boolean; moderates: boolean }) {
  const { t } = useTranslation('call');
  const { time } = useFormats();
  const call = useCallActions();
  return (
    <li className={styles.line}>
      <p className={styles.lineHead}>
        <span className={styles.name}>{mine ? t('chat.you') : line.name}</span>
        <time className={styles.detail} dateTime={line.at}>
          {time(line.at)}
        </time>
      </p>
      <p className={styles.text}>{line.text}</p>
      {line.kept ? (
        <span className={styles.kept}>
          <Icon name="check" size={16} />
          {t('chat.kept')}
        </span>
      ) : (
        moderates && (
          <Button size="small" variant="quiet" className={styles.keep} onPress={() => call.keepChatLine(line.lineId)}>
            {t('chat.keep')}
          </Button>
        )
      )}
    </li>
  );
}
