import type { CohortCard } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useRead } from '../../api/index.ts';
import { Button, Dialog, EmptyState, ErrorNotice, SearchField, Spinner, useSettled, useToast } from '../../ui/index.ts';
import styles from './cohorts.module.css';
import { CreateCohortButton } from './create-cohort-button.tsx';

/** Puts a case in one of my cohorts, or in a new one. A case that is there already stays there once. */
export function AddToCohortDialog({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const { t } = useTranslation('cohorts');
  const { show } = useToast();
  const [typed, setTyped] = useState('');
  const search = useSettled(typed);
  const cohorts = useRead('listCohorts', { query: search === '' ? {} : { search } }, { keepPrevious: true });
  const add = useCommand('addCohortCase', { refreshes: ['readCohort', 'listCohorts'] });
  const choose = ({ cohortId, name }: Pick<CohortCard, 'cohortId' | 'name'>) =>
    add.mutate(
      { params: { cohortId }, body: { caseId } },
      {
        onSuccess: () => {
          show({ tone: 'success', message: t('add.done', { name }) });
          onClose();
        },
      },
    );
  return (
    <Dialog
      title={t('add.title')}
      isOpen
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('add.close')}</Button>}
    >
      <p className={styles.soft}>{t('add.words')}</p>
      <SearchField label={t('list.search')} value={typed} onChange={setTyped} maxLength={100} />
      {add.error && <ErrorNotice error={add.error} />}
      {cohorts.isPending && <Spinner size="block" />}
      {cohorts.error && <ErrorNotice error={cohorts.error} onRetry={() => void cohorts.refetch()} />}
      {cohorts.data?.length === 0 && (
        <EmptyState title={t(search === '' ? 'list.empty' : 'list.none')}>
          {search === '' ? t('add.none') : t('list.noneWords', { search })}
        </EmptyState>
      )}
      <ul className={styles.choices}>
        {cohorts.data?.map((cohort) => (
          <li key={cohort.cohortId} className={styles.case}>
            <span className={styles.rowWords}>
              <span className={styles.name}>{cohort.name}</span>{' '}
              <span className={styles.soft}>{t('cases', { count: cohort.caseCount })}</span>
            </span>
            <Button
              size="small"
              aria-label={t('add.to', { name: cohort.name })}
              isDisabled={add.isPending}
              onPress={() => choose(cohort)}
            >
              {t('add.add')}
            </Button>
          </li>
        ))}
      </ul>
      <div>
        <CreateCohortButton onCreated={() => undefined} />
      </div>
    </Dialog>
  );
}
