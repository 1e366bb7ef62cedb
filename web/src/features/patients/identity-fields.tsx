import { normaliseIdentityName, type Sex } from '@concertation/shared/domain';
import { useTranslation } from 'react-i18next';
import { CheckboxField, ChoiceField, DateField, TextField } from '../../ui/index.ts';
import type { IdentityDraft, IdentityField } from './identity-draft.ts';
import styles from './patients.module.css';

export type IdentityFieldsProps = {
  draft: IdentityDraft;
  onChange: (part: Partial<IdentityDraft>) => void;
  /** Fields to show as wrong. */
  wrong: readonly IdentityField[];
  /** The four traits alone, which name a patient: not the names that are used. */
  traitsOnly?: boolean;
};

const sexes: readonly Sex[] = ['F', 'M', 'I'];

/** The checked fields of an identity, with the way each name will be stored. Source: SC-66; domain.md 4.3. */
export function IdentityFields({ draft, onChange, wrong, traitsOnly = false }: IdentityFieldsProps) {
  const { t } = useTranslation('patients');
  const stored = (typed: string) => {
    const name = normaliseIdentityName(typed);
    return name !== '' && name !== typed ? t(traitsOnly ? 'soughtAs' : 'storedAs', { name }) : undefined;
  };
  const name = (field: 'birthName' | 'birthGivenName' | 'usedName' | 'usedGivenName') => ({
    label: t(field),
    value: draft[field],
    onChange: (value: string) => onChange({ [field]: value }),
    description: stored(draft[field]),
    autoComplete: 'off',
    autoCapitalize: 'characters',
    spellCheck: 'false' as const,
    maxLength: 100,
  });
  const usedMissing = draft.differs && draft.usedName.trim() === '' && draft.usedGivenName.trim() === '';
  return (
    <div className={styles.fields}>
      <div className={styles.pair}>
        <TextField isRequired {...name('birthName')} error={wrong.includes('birthName') && t('problem.name')} />
        <TextField
          isRequired
          {...name('birthGivenName')}
          error={wrong.includes('birthGivenName') && t('problem.givenName')}
        />
      </div>
      <div className={styles.pair}>
        <DateField
          isRequired
          label={t('birthDate')}
          value={draft.birthDate}
          onChange={(birthDate) => onChange({ birthDate })}
          error={wrong.includes('birthDate') && t('problem.date')}
        />
        <ChoiceField
          isRequired
          label={t('sex')}
          choices={sexes.map((id) => ({ id, label: t(`sex_${id}`) }))}
          value={draft.sex}
          onChange={(sex) => onChange({ sex })}
          error={wrong.includes('sex') && t('problem.sex')}
        />
      </div>
      {!traitsOnly && (
        <CheckboxField isSelected={draft.differs} onChange={(differs) => onChange({ differs })}>
          {t('usedDiffers')}
        </CheckboxField>
      )}
      {draft.differs && (
        <div className={styles.pair}>
          <TextField
            {...name('usedName')}
            error={wrong.includes('usedName') && t(usedMissing ? 'problem.usedMissing' : 'problem.used')}
          />
          <TextField {...name('usedGivenName')} error={wrong.includes('usedGivenName') && t('problem.used')} />
        </div>
      )}
    </div>
  );
}
