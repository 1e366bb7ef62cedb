import type { CohortCard } from '@concertation/shared/contracts';
import { useState } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/index.ts';
import { Badge, EmptyState, ErrorNotice, Panel, SearchField, Spinner, useSettled } from '../../ui/index.ts';
import styles from './cohorts.module.css';

function Row({ cohort: { cohortId, name, description, caseCount, role } }: { cohort: CohortCard }) {
  const { t } = useTranslation('cohorts');
  return (
    <li>
      <Link href={`/cohortes/${cohortId}`} className={styles.row ?? ''}>
        <span className={styles.rowWords}>
          <span className={styles.name}>{name}</span>{' '}
          {description !== '' && <span className={styles.excerpt}>{description} </span>}
          <span className={styles.soft}>{t('cases', { count: caseCount })}</span>
        </span>
        {role === 'cohort_member' && <Badge>{t('shared')}</Badge>}
      </Link>
    </li>
  );
}

/** « Cohortes »: mine and those shared with me, by name. Source: SC-35. */
export function CohortsPanel() {
  const { t } = useTranslation('cohorts');
  const [typed, setTyped] = useState('');
  const search = useSettled(typed);
  const cohorts = useRead('listCohorts', { query: search === '' ? {} : { search } }, { keepPrevious: true });
  return (
    <Panel title={t('list.title')} padding={false}>
      <div className={styles.tools}>
        <SearchField label={t('list.search')} value={typed} onChange={setTyped} maxLength={100} />
      </div>
      {cohorts.isPending && <Spinner size="block" />}
      {cohorts.error && (
        <div className={styles.inset}>
          <ErrorNotice title={t('list.failed')} error={cohorts.error} onRetry={() => void cohorts.refetch()} />
        </div>
      )}
      {cohorts.data?.length === 0 && (
        <EmptyState title={t(search === '' ? 'list.empty' : 'list.none')}>
          {search === '' ? t('list.emptyWords') : t('list.noneWords', { search })}
        </EmptyState>
      )}
      {cohorts.data && cohorts.data.length > 0 && (
        <ul className={styles.rows} aria-busy={cohorts.isPlaceholderData}>
          {cohorts.data.map((cohort) => (
            <Row key={cohort.cohortId} cohort={cohort} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
