import type { Person } from '@concertation/shared/contracts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/index.ts';
import { ComboField } from '../../ui/index.ts';

export type ColleaguePickerProps = {
  label: string;
  description?: string;
  error?: string | null;
  value: Person | null;
  onChange: (person: Person | null) => void;
  /** Accounts that are not offered: those who already have access, for instance. */
  excluded?: readonly string[];
};

function useColleagues(typed: string) {
  const { t } = useTranslation('directory');
  const [search, setSearch] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), 200);
    return () => clearTimeout(timer);
  }, [typed]);
  const enough = search.length >= 2;
  const { data, isError, isFetching } = useRead(
    'searchPeople',
    { query: { search } },
    { enabled: enough, keepPrevious: true },
  );
  const searching = isFetching || typed.trim() !== search;
  return {
    people: enough ? (data ?? []) : [],
    emptyWords: isError ? t('failed') : typed.trim().length < 2 ? t('type') : searching ? t('searching') : t('none'),
  };
}

/** Finds a colleague by name among the accounts of this server. */
export function ColleaguePicker({ label, description, error, value, onChange, excluded = [] }: ColleaguePickerProps) {
  const { t } = useTranslation('directory');
  const [typed, setTyped] = useState('');
  const { people, emptyWords } = useColleagues(typed);
  const offered = people.filter(({ accountId }) => !excluded.includes(accountId));
  const type = (text: string) => {
    setTyped(text);
    if (value && text !== value.name) onChange(null);
  };
  const choose = (id: string) => {
    const person = offered.find(({ accountId }) => accountId === id);
    if (!person) return;
    setTyped(person.name);
    onChange(person);
  };
  return (
    <ComboField
      label={label}
      description={value ? value.specialty : description}
      error={error}
      placeholder={t('placeholder')}
      items={offered.map(({ accountId, name, specialty }) => ({ id: accountId, label: name, note: specialty }))}
      text={value?.name ?? typed}
      onTextChange={type}
      chosenId={value?.accountId ?? null}
      onChoose={choose}
      onClear={() => {
        setTyped('');
        onChange(null);
      }}
      emptyWords={emptyWords}
    />
  );
}
