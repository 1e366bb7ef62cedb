import type { CaseCard } from '@concertation/shared/contracts';
import { useDeferredValue, useEffect, useState } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/index.ts';
import {
  EmptyState,
  ErrorNotice,
  Icon,
  IdentityBanner,
  LinkButton,
  Panel,
  SearchField,
  Spinner,
  useFormats,
} from '../../ui/index.ts';
import styles from './home.module.css';

/** What was typed, once typing pauses: one question to the server for a word, not for a letter. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 200);
    return () => clearTimeout(timer);
  }, [text]);
  return useDeferredValue(settled.trim());
}

function PatientRow({ card }: { card: CaseCard }) {
  const { t } = useTranslation('home');
  const { meetingTime } = useFormats();
  return (
    <li>
      <Link href={`/dossiers/${card.caseId}`} className={styles.row ?? ''}>
        <IdentityBanner patient={card.patient} variant="line" />
        <span className={styles.meeting}>
          {card.meeting ? (
            <>
              <span className={styles.board}>{card.meeting.boardName}</span>{' '}
              <span>{meetingTime(card.meeting.startsAt)}</span>
            </>
          ) : (
            <span>{t('patients.noMeeting')}</span>
          )}
        </span>
        <span className={styles.chevron}>
          <Icon name="chevronRight" size={16} />
        </span>
      </Link>
    </li>
  );
}

function Nobody({ search }: { search: string }) {
  const { t } = useTranslation('home');
  const create = (
    <LinkButton href="/patients/nouveau" icon="add">
      {t('patients.create')}
    </LinkButton>
  );
  if (search)
    return (
      <EmptyState title={t('patients.none')} action={create}>
        {t('patients.noneWords', { search })}
      </EmptyState>
    );
  return (
    <EmptyState title={t('patients.empty')} action={create}>
      {t('patients.emptyWords')}
    </EmptyState>
  );
}

/** « Mes patients »: every case that the reader may open, with the four identity traits. Source: SC-26 to SC-30. */
export function PatientsPanel() {
  const { t } = useTranslation('home');
  const [typed, setTyped] = useState('');
  const search = useSettled(typed);
  const cases = useRead('listCases', { query: search ? { search } : {} }, { keepPrevious: true, refreshEvery: 60_000 });
  const count = cases.data?.length ?? 0;
  return (
    <Panel
      id="patients"
      title={t('patients.title')}
      padding={false}
      actions={
        <output className={styles.count}>
          {cases.data && t(search ? 'patients.found' : 'patients.count', { count })}
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
      {cases.isPending && <Spinner size="block" />}
      {cases.error && (
        <div className={styles.inset}>
          <ErrorNotice title={t('patients.failed')} error={cases.error} onRetry={() => void cases.refetch()} />
        </div>
      )}
      {cases.data && count === 0 && <Nobody search={search} />}
      {count > 0 && (
        <ul className={styles.rows} aria-busy={cases.isPlaceholderData}>
          {cases.data?.map((card) => (
            <PatientRow key={card.caseId} card={card} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
