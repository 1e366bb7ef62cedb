import type { PresentationLine } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { presentPatientName } from '../../lib/index.ts';
import { Button, classNames, Icon } from '../../ui/index.ts';
import styles from './follow-bar.module.css';
import type { FollowStatus } from './follow.ts';

type Props = {
  status: FollowStatus;
  /** The case being discussed, wherever this person looks. */
  discussed: PresentationLine | null;
  onFollow: () => void;
  /** Takes everyone to the case on this screen; null when this person does not run the meeting. */
  onBring: (() => void) | null;
};

/** Says in words whether this person follows, what is being discussed, and how to come back to it. */
export function FollowBar({ status, discussed, onFollow, onBring }: Props) {
  const { t } = useTranslation('meetings');
  if (status === 'following' || status === 'waiting') {
    return (
      <p className={styles.bar}>
        <Icon name="check" size={16} />
        {t(status === 'following' ? 'follow.following' : 'follow.waiting')}
      </p>
    );
  }
  return (
    <section aria-label={t('follow.label')} className={classNames(styles.bar, styles.away)}>
      <span className={styles.words}>
        {status === 'same' && t('follow.same')}
        {status === 'elsewhere' && (discussed ? t('follow.elsewhere') : t('follow.early'))}{' '}
        {status === 'elsewhere' && discussed && (
          <strong>{t('follow.discussed', { name: presentPatientName(discussed.patient) })}</strong>
        )}
      </span>
      {status === 'elsewhere' && onBring && (
        <Button size="small" onPress={onBring}>
          {t('run.bring')}
        </Button>
      )}
      <Button size="small" variant="primary" onPress={onFollow}>
        {t('follow.button')}
      </Button>
    </section>
  );
}
