import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/index.ts';
import { EmptyState, ErrorNotice, Icon, Panel, Spinner } from '../../ui/index.ts';
import styles from './portal.module.css';
import { useSite } from './use-site.ts';

/** The public portals of this installation. Source: SC-08. */
export function PortalsList() {
  const { t } = useTranslation('portal');
  const site = useSite();
  const portals = useRead('listPortals');
  return (
    <Panel padding={false}>
      {portals.isPending && <Spinner size="block" />}
      {portals.error && (
        <ErrorNotice title={t('list.failed')} error={portals.error} onRetry={() => void portals.refetch()} />
      )}
      {portals.data?.length === 0 && <EmptyState title={t('list.empty')}>{t('list.emptyWords')}</EmptyState>}
      <ul className={styles.portals}>
        {portals.data?.map(({ slug, name, place }) => (
          <li key={slug}>
            <Link href={site(`/portail/${slug}`)} className={styles.portal ?? ''}>
              <span className={styles.boardWords}>
                <span className={styles.boardName}>{name}</span> <span className={styles.facts}>{place}</span>
              </span>
              <Icon name="chevronRight" size={16} />
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
