import { boardFrequencies, boardKinds, boardLevels, boardVariants } from '@concertation/shared/domain';
import { useTranslation } from 'react-i18next';
import { ChoiceField, Panel, SelectField, TextArea, TextField } from '../../../ui/index.ts';
import { useBoardWords } from '../words/use-board-words.ts';
import styles from './settings.module.css';
import { timeZones } from './time-zones.ts';
import type { SettingsForm } from './use-settings-form.ts';

/** « Identité »: what a board is. A new one is asked for the essential alone. */
export function IdentitySection({ form, isNew = false }: { form: SettingsForm; isNew?: boolean }) {
  const { t } = useTranslation('boards');
  const words = useBoardWords();
  const { draft, change, problem } = form;
  const zones = timeZones.includes(draft.timeZone) ? timeZones : [...timeZones, draft.timeZone];
  return (
    <Panel id="identite" title={t('section.identity')}>
      <div className={styles.fields}>
        <TextField
          label={t('field.name')}
          description={t('field.nameHint')}
          isRequired
          maxLength={160}
          value={draft.name}
          error={problem('name')}
          onChange={(name) => change({ name })}
        />
        <div className={styles.pair}>
          <SelectField
            label={t('field.kind')}
            isRequired
            placeholder={t('field.choose')}
            choices={boardKinds.map((id) => ({ id, label: words.kind(id) }))}
            value={draft.kind}
            error={problem('kind')}
            onChange={(kind) => change({ kind })}
          />
          {!isNew && (
            <SelectField
              label={t('field.variant')}
              choices={boardVariants.map((id) => ({ id, label: t(`variant.${id}`) }))}
              value={draft.variant}
              onChange={(variant) => change({ variant })}
            />
          )}
        </div>
        <ChoiceField
          label={t('field.level')}
          choices={boardLevels.map((id) => ({ id, label: words.level(id) }))}
          value={draft.level}
          onChange={(level) => change({ level })}
        />
        <div className={styles.pair}>
          <TextField
            label={t('field.field')}
            description={t('field.fieldHint')}
            maxLength={120}
            value={draft.field}
            error={problem('field')}
            onChange={(field) => change({ field })}
          />
          <TextField
            label={t('field.place')}
            description={t('field.placeHint')}
            maxLength={120}
            value={draft.place}
            error={problem('place')}
            onChange={(place) => change({ place })}
          />
        </div>
        {!isNew && (
          <>
            <div className={styles.pair}>
              <SelectField
                label={t('field.frequency')}
                choices={boardFrequencies.map((id) => ({ id, label: t(`frequency.${id}`) }))}
                value={draft.frequency}
                onChange={(frequency) => change({ frequency })}
              />
              <SelectField
                label={t('field.timeZone')}
                choices={zones.map((id) => ({ id, label: id.replaceAll('_', ' ') }))}
                value={draft.timeZone}
                onChange={(timeZone) => change({ timeZone })}
              />
            </div>
            <TextArea
              label={t('field.charter')}
              description={t('field.charterHint')}
              rows={8}
              maxLength={20_000}
              value={draft.charter}
              error={problem('charter')}
              onChange={(charter) => change({ charter })}
            />
          </>
        )}
      </div>
    </Panel>
  );
}
