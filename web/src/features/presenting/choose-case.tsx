import type { CaseCard } from '@concertation/shared/contracts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/index.ts';
import { presentPatientName } from '../../lib/index.ts';
import { Badge, Button, EmptyState, ErrorNotice, IdentityBanner, SearchField, Spinner } from '../../ui/index.ts';
import styles from './presenting.module.css';

/** The case being put to the board, and why it was refused. */
export type Choosing = { caseId: string | null; error: unknown };

/** « Choisir un dossier existant »: mine to present, by name or birth date. */
export function ChooseCase({ choosing, onChoose }: { choosing: Choosing; onChoose: (card: CaseCard) => void }) {
  const { t } = useTranslation('presenting');
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), 200);
    return () => clearTimeout(timer);
  }, [typed]);
  const read = useRead('listCases', { query: { search, may: 'case.share' } }, { keepPrevious: true });
  const cards = read.data?.cards ?? [];
  return (
    <div className={styles.questions}>
      <SearchField
        label={t('existing.search')}
        placeholder={t('existing.hint')}
        value={typed}
        onChange={setTyped}
        maxLength={100}
      />
      {choosing.error !== null && <ErrorNotice error={choosing.error} />}
      {read.isPending && <Spinner size="block" />}
      {read.error && <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />}
      {read.data && cards.length === 0 && (
        <EmptyState title={t(search ? 'existing.noMatch' : 'existing.none')}>{t('existing.noneWords')}</EmptyState>
      )}
      <ul className={styles.list}>
        {cards.map((card) => (
          <li key={card.caseId} className={styles.line}>
            <span className={styles.words}>
              <IdentityBanner patient={card.patient} variant="line" />
            </span>
            {!card.registered && <Badge tone="info">{t('state.preparing')}</Badge>}
            <Button
              size="small"
              aria-label={t('existing.chooseOf', { name: presentPatientName(card.patient) })}
              isPending={choosing.caseId === card.caseId}
              isDisabled={choosing.caseId !== null && choosing.caseId !== card.caseId}
              onPress={() => onChoose(card)}
            >
              {t('existing.choose')}
            </Button>
          </li>
        ))}
      </ul>
      {read.data?.next && <p className={styles.note}>{t('existing.more')}</p>}
    </div>
  );
}
