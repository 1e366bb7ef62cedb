import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/index.ts';
import { Button, EmptyState, LinkButton, Panel, SearchField, useSettled } from '../../ui/index.ts';
import { CardPage } from './card-page.tsx';
import styles from './dashboard.module.css';
import { filterQuery, isUnfiltered, noFilters, type PatientFilters } from './patient-filters.ts';

type Filtered = { filters: PatientFilters; onChange: (filters: PatientFilters) => void };

function Nobody({ filters, onChange, onClear }: Filtered & { onClear: () => void }) {
  const { t } = useTranslation('home');
  const { search, pending, answered } = filters;
  const create = (
    <LinkButton href="/patients/nouveau" icon="add">
      {t('patients.create')}
    </LinkButton>
  );
  if (isUnfiltered(filters))
    return (
      <EmptyState title={t('patients.empty')} action={create}>
        {t('patients.emptyWords')}
      </EmptyState>
    );
  const clear = (
    <Button
      onPress={() => {
        onClear();
        onChange(noFilters);
      }}
    >
      {t('filters.clear')}
    </Button>
  );
  if (search === '' || pending || answered)
    return (
      <EmptyState title={t('patients.none')} action={clear}>
        {t(search === '' ? 'filters.noneWords' : 'filters.noneSearched', { search })}
      </EmptyState>
    );
  return (
    <EmptyState title={t('patients.none')} action={create}>
      {t('patients.noneWords', { search })}
    </EmptyState>
  );
}

/** « Mes patients »: one card for each case that is mine, 50 at a time, searched and filtered. Source: SC-26 to SC-30, SC-50. */
export function PatientsPanel({ filters, onChange }: Filtered) {
  const { t } = useTranslation('home');
  const [typed, setTyped] = useState(filters.search);
  const search = useSettled(typed);
  useEffect(() => {
    if (search !== filters.search) onChange({ ...filters, search });
  }, [search, filters, onChange]);
  const query = filterQuery(filters);
  const asked = JSON.stringify(query);
  const [more, setMore] = useState<{ asked: string; pages: string[] }>({ asked, pages: [] });
  const pages = more.asked === asked ? more.pages : [];
  const first = useRead('listCases', { query }, { keepPrevious: true, refreshEvery: 60_000 });
  const found = first.data?.found ?? 0;
  return (
    <Panel
      id="patients"
      title={t('patients.title')}
      padding={false}
      actions={
        <output className={styles.count}>
          {first.data && !isUnfiltered(filters) && t('patients.found', { count: found })}
        </output>
      }
    >
      <div className={styles.tools}>
        <SearchField
          label={t('patients.search')}
          placeholder={t('patients.searchHint')}
          value={typed}
          onChange={setTyped}
          maxLength={100}
        />
      </div>
      {first.data && found === 0 && <Nobody filters={filters} onChange={onChange} onClear={() => setTyped('')} />}
      {[undefined, ...pages].map((after, index) => (
        <CardPage
          key={after ?? 'first'}
          query={after === undefined ? query : { ...query, after }}
          isLast={index === pages.length}
          onMore={(next) => setMore({ asked, pages: [...pages, next] })}
        />
      ))}
    </Panel>
  );
}
