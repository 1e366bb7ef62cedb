import { specialties, titles } from '@concertation/shared/domain';
import { useTranslation } from 'react-i18next';
import { ChoiceField, ProposedField, SelectField, TextField } from '../../ui/index.ts';
import { professions } from './professions.ts';
import { capacities } from './registration-draft.ts';
import styles from './registration.module.css';
import type { StepProps } from './step-fields.ts';

/** « Je m’inscris en tant que », then who one is. Source: SC-13, SC-15, PA-16, PA-19. */
export function YouStep({ draft, change, isWrong, field }: StepProps) {
  const { t } = useTranslation('registration');
  const asksNumber = draft.capacity === 'numbered';
  const where = (
    <TextField
      label={t('form.workplace')}
      description={t('form.workplaceHelp')}
      autoComplete="organization"
      maxLength={160}
      {...field('workplace')}
    />
  );
  return (
    <>
      <ChoiceField
        label={t('form.capacity')}
        choices={capacities.map((id) => ({ id, label: t(`form.capacity_${id}`) }))}
        value={draft.capacity}
        onChange={(capacity) => change({ capacity })}
        error={isWrong('capacity') && t('fields.capacity')}
        inLines
        isRequired
      />
      <SelectField
        label={t('form.title')}
        placeholder={t('form.titleEmpty')}
        choices={titles.map((id) => ({ id, label: id }))}
        value={draft.title}
        onChange={(title) => change({ title })}
        error={isWrong('title') && t('fields.title')}
        isRequired
      />
      <div className={styles.pair}>
        <TextField label={t('form.givenName')} autoComplete="given-name" isRequired {...field('givenName')} />
        <TextField label={t('form.familyName')} autoComplete="family-name" isRequired {...field('familyName')} />
      </div>
      <div className={styles.pair}>
        <ProposedField label={t('form.profession')} proposals={professions} isRequired {...field('profession')} />
        <ProposedField
          label={t('form.specialty')}
          description={t(draft.capacity === 'other' ? 'form.functionHelp' : 'form.specialtyHelp')}
          proposals={specialties}
          isRequired
          {...field('specialty')}
        />
      </div>
      {asksNumber ? (
        <div className={styles.pair}>
          <TextField
            label={t('form.rpps')}
            description={t('form.rppsHelp')}
            inputMode="numeric"
            autoComplete="off"
            isRequired
            {...field('rpps')}
          />
          {where}
        </div>
      ) : (
        where
      )}
    </>
  );
}
