import { useTranslation } from 'react-i18next';
import { Button, Panel } from '../../ui/index.ts';
import styles from './account.module.css';

/** « Déconnexion ». Source: SC-45. */
export function LeavePanel({ isPending, onLeave }: { isPending: boolean; onLeave: () => void }) {
  const { t } = useTranslation('account');
  return (
    <Panel id="deconnexion" title={t('page.leave')} padding={false}>
      <div className={styles.row}>
        <p className={styles.rowWords}>{t('page.leaveWords')}</p>
        <Button icon="signOut" isPending={isPending} onPress={onLeave}>
          {t('page.leave')}
        </Button>
      </div>
    </Panel>
  );
}
