import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useRead } from '../api/index.ts';
import { NewBoardForm } from '../features/boards/index.ts';
import { PageHeader } from '../ui/index.ts';
import styles from './pages.module.css';

/** `/staff/nouveau` */
export function NewBoardPage() {
  const { t } = useTranslation('boards');
  const navigate = useNavigate();
  const me = useRead('readMe');
  if (!me.data) return null;
  return (
    <div className={styles.narrow}>
      <PageHeader title={t('new.title')} subtitle={t('new.words')} back={{ href: '/staff', label: t('back') }} />
      <NewBoardForm accountId={me.data.accountId} onCreated={(boardId) => void navigate(`/staff/${boardId}`)} />
    </div>
  );
}
