import { useTranslation } from 'react-i18next';
import { Button, CheckboxField, Panel, TextField, useToast } from '../../../ui/index.ts';
import { newKey } from './new-key.ts';
import styles from './settings.module.css';
import type { SettingsForm } from './use-settings-form.ts';

/** « Étiquettes »: the labels under which patients are sorted. Source: SC-72. */
export function LabelsSection({ form: { draft, change, problem } }: { form: SettingsForm }) {
  const { t } = useTranslation('boards');
  const { show } = useToast();
  const { labels } = draft;
  const remove = (place: number) => {
    const removed = labels[place];
    if (!removed) return;
    change({ labels: labels.toSpliced(place, 1) });
    show({
      message: t('labels.removed'),
      action: {
        label: t('undo'),
        onAction: () =>
          change((current) =>
            current.labels.some(({ key }) => key === removed.key)
              ? {}
              : { labels: current.labels.toSpliced(place, 0, removed) },
          ),
      },
    });
  };
  return (
    <Panel id="etiquettes" title={t('section.labels')}>
      <div className={styles.fields}>
        <p className={styles.soft}>{t('labels.words')}</p>
        {labels.length > 0 && (
          <ul className={styles.items}>
            {labels.map((label, place) => (
              <li key={label.key} className={styles.labelRow}>
                <TextField
                  label={t('labels.name', { number: place + 1 })}
                  maxLength={60}
                  value={label.name}
                  error={problem(`labels.${place}.name`)}
                  onChange={(name) => change({ labels: labels.with(place, { ...label, name }) })}
                />
                <CheckboxField
                  isSelected={label.urgent}
                  onChange={(urgent) => change({ labels: labels.with(place, { ...label, urgent }) })}
                >
                  {t('labels.urgent')}
                </CheckboxField>
                <Button
                  variant="quiet"
                  icon="trash"
                  aria-label={t('labels.remove', { name: label.name || String(place + 1) })}
                  onPress={() => remove(place)}
                />
              </li>
            ))}
          </ul>
        )}
        <div>
          <Button
            icon="add"
            isDisabled={labels.length >= 60}
            onPress={() => change({ labels: [...labels, { key: newKey(), name: '', urgent: false }] })}
          >
            {t('labels.add')}
          </Button>
        </div>
        {labels.length > 0 && (
          <CheckboxField isSelected={draft.labelsMandatory} onChange={(labelsMandatory) => change({ labelsMandatory })}>
            {t('labels.mandatory')}
          </CheckboxField>
        )}
      </div>
    </Panel>
  );
}
