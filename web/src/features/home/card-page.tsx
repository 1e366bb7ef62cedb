import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Input, useRead } from '../../api/index.ts';
import { Button, ErrorNotice, Spinner } from '../../ui/index.ts';
import { PatientCard } from './patient-card.tsx';
import styles from './dashboard.module.css';

/**
 * One page of cards, and « Voir plus » under the last. A page that was asked for takes the focus to its first card: the
 * button that asked is gone.
 */
export function CardPage({
  query,
  isLast,
  onMore,
}: {
  query: NonNullable<Input<'listCases'>['query']>;
  isLast: boolean;
  onMore: (next: string) => void;
}) {
  const { t } = useTranslation('home');
  const page = useRead('listCases', { query }, { keepPrevious: query.after === undefined, refreshEvery: 60_000 });
  const list = useRef<HTMLUListElement>(null);
  const wantsFocus = useRef(query.after !== undefined);
  const { data } = page;
  useEffect(() => {
    if (!data || !wantsFocus.current) return;
    wantsFocus.current = false;
    list.current?.querySelector('a')?.focus();
  }, [data]);
  return (
    <>
      {page.isPending && <Spinner size="block" />}
      {page.error && (
        <div className={styles.inset}>
          <ErrorNotice title={t('patients.failed')} error={page.error} onRetry={() => void page.refetch()} />
        </div>
      )}
      {data && data.cards.length > 0 && (
        <ul ref={list} className={styles.cards} aria-busy={page.isPlaceholderData}>
          {data.cards.map((card) => (
            <PatientCard key={card.caseId} card={card} />
          ))}
        </ul>
      )}
      {isLast && data?.next && (
        <div className={styles.more}>
          <Button icon="chevronDown" onPress={() => onMore(data.next as string)}>
            {t('patients.more')}
          </Button>
        </div>
      )}
    </>
  );
}
