import type { OrganisationCard } from '@concertation/shared/contracts';
import { useDeferredValue, useEffect, useState } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/index.ts';
import { Badge, EmptyState, ErrorNotice, LinkButton, Panel, SearchField, Spinner } from '../../ui/index.ts';
import styles from './organisations.module.css';

function Row({ organisation }: { organisation: OrganisationCard }) {
  const { t } = useTranslation('organisations');
  const { organisationId, name, place, kind, role } = organisation;
  return (
    <li>
      <Link href={`/organisations/${organisationId}`} className={styles.row ?? ''}>
        <span className={styles.rowWords}>
          <span className={styles.name}>{name}</span>{' '}
          <span className={styles.soft}>
            {t(`kind.${kind}`)}
            {place !== '' && ` · ${place}`}
          </span>
        </span>
        {role && <Badge tone="success">{t(`role.${role}`)}</Badge>}
      </Link>
    </li>
  );
}

/** Every organisation, mine first; a search tolerates accents and typos. Source: SC-46. */
export function OrganisationsPanel() {
  const { t } = useTranslation('organisations');
  const [typed, setTyped] = useState('');
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed.trim()), 200);
    return () => clearTimeout(timer);
  }, [typed]);
  const search = useDeferredValue(settled);
  const found = useRead('listOrganisations', { query: search ? { search } : {} }, { keepPrevious: true });
  const create = (
    <LinkButton href="/organisations/nouvelle" icon="add">
      {t('list.create')}
    </LinkButton>
  );
  return (
    <Panel
      title={t('list.title')}
      padding={false}
      actions={
        <output className={styles.count}>
          {found.data && search !== '' && t('list.found', { count: found.data.length })}
        </output>
      }
    >
      <div className={styles.tools}>
        <SearchField
          label={t('list.search')}
          placeholder={t('list.searchHint')}
          value={typed}
          onChange={setTyped}
          maxLength={100}
        />
      </div>
      {found.isPending && <Spinner size="block" />}
      {found.error && (
        <div className={styles.inset}>
          <ErrorNotice title={t('list.failed')} error={found.error} onRetry={() => void found.refetch()} />
        </div>
      )}
      {found.data?.length === 0 && (
        <EmptyState title={t(search ? 'list.none' : 'list.empty')} action={create}>
          {search ? t('list.noneWords', { search }) : t('list.emptyWords')}
        </EmptyState>
      )}
      {found.data && found.data.length > 0 && (
        <ul className={styles.rows} aria-busy={found.isPlaceholderData}>
          {found.data.map((organisation) => (
            <Row key={organisation.organisationId} organisation={organisation} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
