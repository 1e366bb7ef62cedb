import { useTranslation } from 'react-i18next';
import { DateField, TextArea, TextField } from '../../ui/index.ts';
import styles from './freeze-dialog.module.css';
import type { FreezeField } from './freeze-form.ts';
import type { Freeze } from './use-freeze.ts';

/** The reason to go on in spite of gaps, then the two identifiers; each refusal beside its field. */
export function FreezeFields({ freeze }: { freeze: Freeze }) {
  const { t } = useTranslation('reports');
  const { gaps, form, change, problems } = freeze;
  const error = (field: FreezeField) => {
    const problem = problems[field];
    return problem ? t(`freeze.${problem}`) : null;
  };
  return (
    <>
      {gaps.data !== undefined && gaps.data.length > 0 && (
        <TextArea
          name="derogation"
          isRequired
          rows={2}
          maxLength={1000}
          label={t('freeze.derogation')}
          description={t('freeze.derogationHint')}
          value={form.derogation}
          onChange={(text) => change('derogation', text)}
          error={error('derogation')}
        />
      )}
      <fieldset className={styles.identity}>
        <legend className={styles.legend}>{t('freeze.identity')}</legend>
        <p className={styles.hint}>{t('freeze.identityHint')}</p>
        <TextField
          name="birthName"
          isRequired
          autoComplete="off"
          spellCheck="false"
          maxLength={100}
          label={t('freeze.birthName')}
          value={form.birthName}
          onChange={(text) => change('birthName', text)}
          error={error('birthName')}
        />
        <DateField
          name="birthDate"
          isRequired
          label={t('freeze.birthDate')}
          value={form.birthDate}
          onChange={(text) => change('birthDate', text)}
          error={error('birthDate')}
        />
      </fieldset>
    </>
  );
}
