import { useTranslation } from 'react-i18next';
import { Panel, TextField } from '../../../ui/index.ts';
import styles from './settings.module.css';
import type { SettingsForm } from './use-settings-form.ts';

/** « Inscriptions »: how many cases a meeting takes, until when, and how long each lasts. */
export function RegistrationsSection({ form: { draft, change, problem } }: { form: SettingsForm }) {
  const { t } = useTranslation('boards');
  return (
    <Panel id="inscriptions" title={t('section.registrations')}>
      <div className={styles.triple}>
        <TextField
          label={t('field.capacity')}
          description={t('field.capacityHint')}
          inputMode="numeric"
          value={draft.capacity}
          error={problem('capacity')}
          onChange={(capacity) => change({ capacity })}
        />
        <TextField
          label={t('field.closingHours')}
          description={t('field.closingHoursHint')}
          inputMode="numeric"
          value={draft.closingHours}
          error={problem('closingHours')}
          onChange={(closingHours) => change({ closingHours })}
        />
        <TextField
          label={t('field.minutesPerCase')}
          description={t('field.minutesPerCaseHint')}
          inputMode="numeric"
          value={draft.minutesPerCase}
          error={problem('minutesPerCase')}
          onChange={(minutesPerCase) => change({ minutesPerCase })}
        />
      </div>
    </Panel>
  );
}
