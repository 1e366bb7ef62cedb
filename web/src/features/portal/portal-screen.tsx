import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/index.ts';
import { Button, EmptyState, ErrorNotice, LinkButton, Spinner, useDocumentTitle } from '../../ui/index.ts';
import { ChooseBoard } from './choose-board.tsx';
import { PortalWays } from './portal-ways.tsx';
import styles from './portal.module.css';
import { useSite } from './use-site.ts';

/** Takes the reader to the list, and the keyboard with them. */
function goToBoards(): void {
  const boards = document.getElementById('rcp');
  boards?.scrollIntoView();
  boards?.focus({ preventScroll: true });
}

/** One public portal. Source: SC-08, SC-56. */
export function PortalScreen({ slug, help }: { slug: string; help: ReactNode }) {
  const { t } = useTranslation('portal');
  const site = useSite();
  const portal = useRead('readPortal', { params: { slug } });
  useDocumentTitle(portal.data?.name);
  if (portal.error?.code === 'not_found')
    return (
      <>
        <h1 className={styles.title}>{t('notFound')}</h1>
        <EmptyState
          title={t('notFoundWords')}
          action={<LinkButton href={site('/portails')}>{t('toPortals')}</LinkButton>}
        />
      </>
    );
  if (!portal.data)
    return portal.error ? (
      <ErrorNotice title={t('failed')} error={portal.error} onRetry={() => void portal.refetch()} />
    ) : (
      <Spinner size="block" label={t('loading')} />
    );
  const { name, place, presentation, boards } = portal.data;
  return (
    <>
      <div className={styles.head}>
        <div className={styles.headWords}>
          <h1 className={styles.title}>{name}</h1>
          {place !== '' && <p className={styles.soft}>{place}</p>}
          {presentation !== '' && <p className={styles.presentation}>{presentation}</p>}
        </div>
        <div className={styles.actions}>
          <Button icon="people" onPress={goToBoards}>
            {t('present')}
          </Button>
          <LinkButton href={site('/inscription')}>{t('signUp')}</LinkButton>
        </div>
      </div>
      <ChooseBoard boards={boards} />
      <PortalWays />
      {help}
    </>
  );
}
