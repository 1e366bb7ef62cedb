import { useTranslation } from 'react-i18next';
import { EmptyState, LinkButton } from '../../../ui/index.ts';
import styles from './list.module.css';

/** Beside the list, while no conversation is open. */
export function NothingChosen() {
  const { t } = useTranslation('messages');
  return (
    <div className={styles.nothing}>
      <EmptyState
        title={t('list.choose')}
        action={
          <LinkButton href="/messages/nouveau" icon="edit">
            {t('new.title')}
          </LinkButton>
        }
      >
        <p>{t('list.chooseWords')}</p>
        <p>{t('aboutPatients')}</p>
      </EmptyState>
    </div>
  );
}
