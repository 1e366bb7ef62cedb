import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/index.ts';
import {
  Button,
  EmptyState,
  ErrorNotice,
  Icon,
  Notice,
  SearchField,
  Spinner,
  useFormats,
  useSettled,
  VisuallyHidden,
} from '../../ui/index.ts';
import type { Professional } from './registration-draft.ts';
import styles from './registration.module.css';

const shortest = 2;

function FoundRow({ found, onChoose }: { found: Professional; onChoose: (found: Professional) => void }) {
  const { t } = useTranslation('registration');
  const work = [found.profession, ...found.specialties].filter((part) => part !== '');
  return (
    <li>
      <AriaButton className={styles.found ?? ''} onPress={() => onChoose(found)}>
        <span className={styles.foundWords}>
          <span className={styles.foundName}>
            {found.familyName} {found.givenName}
          </span>{' '}
          <span>{work.join(' · ')}</span>{' '}
          <span className={styles.soft}>
            {[...found.towns, found.rpps === null ? '' : t('search.number', { number: found.rpps })]
              .filter((part) => part !== '')
              .join(' · ')}
            {!found.active && ` · ${t('search.inactive')}`}
          </span>
        </span>
        <Icon name="chevronRight" size={16} />
      </AriaButton>
    </li>
  );
}

/** « Indiquez votre nom, ou prénom ou numéro RPPS »: who one is, among those found. Source: SC-12. */
export function DirectorySearch({
  onChoose,
  onManual,
}: {
  onChoose: (found: Professional) => void;
  onManual: () => void;
}) {
  const { t } = useTranslation('registration');
  const { day } = useFormats();
  const [text, setText] = useState('');
  const sought = useSettled(text);
  const asks = sought.length >= shortest;
  const state = useRead('readDirectoryState');
  const search = useRead('searchDirectory', { query: { search: sought } }, { enabled: asks, keepPrevious: true });
  const found = asks ? (search.data?.professionals ?? []) : [];
  return (
    <div className={styles.stack}>
      <div className={styles.searchBox}>
        <SearchField
          label={t('search.label')}
          // eslint-disable-next-line jsx-a11y/no-autofocus -- the step that was just asked for is this field
          autoFocus
          value={text}
          onChange={setText}
          maxLength={100}
        />
      </div>
      {state.data?.available === false && !state.data.live && (
        <Notice tone="warning" title={t('search.absent')}>
          <p>{t('search.absentWords')}</p>
        </Notice>
      )}
      {state.data?.fileDate && <p className={styles.soft}>{t('search.dated', { date: day(state.data.fileDate) })}</p>}
      {asks && search.isPending && <Spinner size="block" />}
      {search.error && <ErrorNotice error={search.error} onRetry={() => void search.refetch()} />}
      <output>
        {asks && search.isSuccess && <VisuallyHidden>{t('search.count', { count: found.length })}</VisuallyHidden>}
      </output>
      {found.length > 0 && (
        <ul className={styles.results} aria-label={t('search.results')}>
          {found.map((one) => (
            <FoundRow key={one.nationalId} found={one} onChoose={onChoose} />
          ))}
        </ul>
      )}
      {asks && search.data?.more && <p className={styles.soft}>{t('search.more')}</p>}
      {asks && search.isSuccess && found.length === 0 && (
        <EmptyState
          title={t('search.none')}
          action={
            <Button icon="edit" onPress={onManual}>
              {t('manual')}
            </Button>
          }
        >
          {t(search.data.live === 'unavailable' ? 'search.unavailable' : 'search.noneWords')}
        </EmptyState>
      )}
    </div>
  );
}
