import type { BoardCard } from '@concertation/shared/contracts';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { EmptyState, Icon, LinkButton } from '../../../ui/index.ts';
import styles from './boards.module.css';

/** What « Participer au staff » offers: the call, or one more patient. Source: SC-60, SC-91. */
export function ParticipateChoice({ board: { boardId, today, roles } }: { board: BoardCard }) {
  const { t } = useTranslation('boards');
  if (!today)
    return (
      <EmptyState
        title={t('participate.notToday')}
        action={<LinkButton href={`/staff/${boardId}`}>{t('participate.back')}</LinkButton>}
      >
        {t('participate.notTodayWords')}
      </EmptyState>
    );
  return (
    <div className={styles.options}>
      <Link href={`/reunions/${today.meetingId}`} className={styles.option ?? ''}>
        <Icon name="people" size={24} />
        <span className={styles.optionTitle}>{t('participate.call')}</span>
        <span className={styles.soft}>{t(roles.length > 0 ? 'participate.callWords' : 'participate.callMembers')}</span>
      </Link>
      <Link href={`/presenter/${boardId}`} className={styles.option ?? ''}>
        <Icon name="add" size={24} />
        <span className={styles.optionTitle}>{t('participate.add')}</span>
        <span className={styles.soft}>{t('participate.addWords')}</span>
      </Link>
    </div>
  );
}
