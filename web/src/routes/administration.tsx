import type { Action } from '@concertation/shared/access';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../api/index.ts';
import {
  AccountsPanel,
  AuditPanel,
  ErasuresPanel,
  RecoveriesPanel,
  ValidationsPanel,
} from '../features/administration/index.ts';
import { LinkButton, PageHeader } from '../ui/index.ts';
import { NotFoundPage } from './not-found.tsx';
import styles from './pages.module.css';

type Part = {
  id: 'validations' | 'accounts' | 'recoveries' | 'erasures' | 'audit';
  path: string;
  needs: Action;
  Panel: () => ReactNode;
};

const parts: readonly Part[] = [
  { id: 'validations', path: '', needs: 'account.validate', Panel: ValidationsPanel },
  { id: 'accounts', path: 'comptes', needs: 'account.read', Panel: AccountsPanel },
  { id: 'recoveries', path: 'acces-perdus', needs: 'account.suspend', Panel: RecoveriesPanel },
  { id: 'erasures', path: 'effacements', needs: 'platform.manage', Panel: ErasuresPanel },
  { id: 'audit', path: 'journal', needs: 'audit.read', Panel: AuditPanel },
];

/** `/administration` and its parts: what one may not do looks like what does not exist. */
export function AdministrationPage() {
  const { t } = useTranslation('administration');
  const { part = '' } = useParams();
  const { data: me } = useRead('readMe');
  const mine = parts.filter(({ needs }) => me?.abilities.includes(needs));
  const shown = mine.find(({ path }) => path === part);
  if (!shown) return <NotFoundPage />;
  return (
    <div className={styles.readable}>
      <PageHeader
        title={t('title')}
        documentTitle={`${t(`part.${shown.id}`)} – ${t('title')}`}
        subtitle={<p>{t('words')}</p>}
      />
      <nav aria-label={t('nav')} className={styles.parts}>
        {mine.map(({ id, path }) => (
          <LinkButton
            key={id}
            href={path === '' ? '/administration' : `/administration/${path}`}
            variant={id === shown.id ? 'primary' : 'secondary'}
            {...(id === shown.id ? { 'aria-current': 'page' as const } : {})}
          >
            {t(`part.${id}`)}
          </LinkButton>
        ))}
      </nav>
      <shown.Panel />
    </div>
  );
}
