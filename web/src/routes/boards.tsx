import { useTranslation } from 'react-i18next';
import { BoardsPanel } from '../features/boards/index.ts';
import { LinkButton, PageHeader } from '../ui/index.ts';
import styles from './pages.module.css';

/** `/staff`: the boards one may present to. */
export function BoardsPage() {
  const { t } = useTranslation('boards');
  return (
    <div className={styles.readable}>
      <PageHeader
        title={t('title')}
        subtitle={<p>{t('titleWords')}</p>}
        actions={
          <LinkButton href="/staff/nouveau" icon="add">
            {t('list.create')}
          </LinkButton>
        }
      />
      <BoardsPanel />
    </div>
  );
}
