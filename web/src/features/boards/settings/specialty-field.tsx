import { foldText, specialties } from '@concertation/shared/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AddingField } from '../words/adding-field.tsx';
import { Chips } from '../words/chips.tsx';
import styles from './settings.module.css';

/** Specialties, any of which counts: proposed ones, or another that is typed. A beginning counts for all that follow. */
export function SpecialtyField({
  label,
  value,
  error,
  onChange,
}: {
  label: string;
  value: readonly string[];
  error: string | null;
  onChange: (value: string[]) => void;
}) {
  const { t } = useTranslation('boards');
  const [typed, setTyped] = useState('');
  const sought = foldText(typed);
  const proposed = specialties.filter((one) => !value.includes(one) && foldText(one).includes(sought));
  const isOther = sought !== '' && ![...proposed, ...value].some((one) => foldText(one) === sought);
  const items = [
    ...proposed.slice(0, 12).map((one) => ({ id: one, label: one })),
    ...(isOther ? [{ id: typed.trim(), label: typed.trim(), note: t('quorum.other') }] : []),
  ];
  return (
    <div className={styles.specialties}>
      <AddingField
        label={label}
        description={t('quorum.whoHint')}
        error={error}
        items={items}
        text={typed}
        onTextChange={(text) => setTyped(text.slice(0, 120))}
        onAdd={(id) => !value.includes(id) && onChange([...value, id])}
        emptyWords={t('quorum.type')}
      />
      <Chips
        label={t('quorum.chosen')}
        items={value.map((one) => ({ id: one, label: one }))}
        removeLabel={(name) => t('quorum.removeSpecialty', { name })}
        onRemove={(name) => onChange(value.filter((one) => one !== name))}
      />
    </div>
  );
}
