import { oncologyQuorum } from '@concertation/shared/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, CheckboxField, Panel, TextField, useToast } from '../../../ui/index.ts';
import type { QuorumDraft, RuleDraft } from './draft.ts';
import styles from './settings.module.css';
import { SpecialtyField } from './specialty-field.tsx';
import type { SettingsForm } from './use-settings-form.ts';

const oncology: QuorumDraft = {
  specialties: String(oncologyQuorum.specialties),
  rules: oncologyQuorum.rules.map(({ anyOf, minimum }) => ({ anyOf, minimum: String(minimum) })),
};

function Rule({
  place,
  rule,
  form: { problem },
  onChange,
  onRemove,
}: {
  place: number;
  rule: RuleDraft;
  form: SettingsForm;
  onChange: (part: Partial<RuleDraft>) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation('boards');
  const number = place + 1;
  return (
    <li className={styles.item}>
      <div className={styles.itemHead}>
        <h3 className={styles.itemTitle}>{t('quorum.rule', { number })}</h3>
        <Button
          variant="quiet"
          size="small"
          icon="trash"
          aria-label={t('quorum.removeRule', { number })}
          onPress={onRemove}
        />
      </div>
      <div className={styles.rule}>
        <TextField
          label={t('quorum.minimum')}
          inputMode="numeric"
          value={rule.minimum}
          error={problem(`quorum.rules.${place}.minimum`)}
          onChange={(minimum) => onChange({ minimum })}
        />
        <SpecialtyField
          label={t('quorum.who')}
          value={rule.anyOf}
          error={problem(`quorum.rules.${place}.anyOf`)}
          onChange={(anyOf) => onChange({ anyOf })}
        />
      </div>
    </li>
  );
}

/** « Quorum »: how many specialties, and which must be there. Source: domain.md 1.3. */
export function QuorumSection({ form }: { form: SettingsForm }) {
  const { t } = useTranslation('boards');
  const { draft, change, problem } = form;
  const { quorum } = draft;
  const { show } = useToast();
  /** What a press on the box took away, for the next one. */
  const [removed, setRemoved] = useState<QuorumDraft>({ specialties: '3', rules: [] });
  const takePreset = () => {
    change({ quorum: oncology });
    if (quorum && quorum.rules.length > 0)
      show({ message: t('quorum.replaced'), action: { label: t('undo'), onAction: () => change({ quorum }) } });
  };
  const set = (part: Partial<QuorumDraft>) =>
    change((current) => ({ quorum: { ...(current.quorum ?? oncology), ...part } }));
  return (
    <Panel
      id="quorum"
      title={t('section.quorum')}
      actions={
        <Button size="small" onPress={takePreset}>
          {t('quorum.preset')}
        </Button>
      }
    >
      <div className={styles.fields}>
        <CheckboxField
          isSelected={quorum !== null}
          onChange={(wanted) => {
            if (quorum) setRemoved(quorum);
            change({ quorum: wanted ? removed : null });
          }}
        >
          {t('quorum.wanted')}
        </CheckboxField>
        {quorum === null ? (
          <p className={styles.soft}>{t('quorum.none')}</p>
        ) : (
          <>
            <div className={styles.short}>
              <TextField
                label={t('quorum.specialties')}
                description={t('quorum.specialtiesHint')}
                inputMode="numeric"
                value={quorum.specialties}
                error={problem('quorum.specialties')}
                onChange={(specialties) => set({ specialties })}
              />
            </div>
            <ol className={styles.items}>
              {quorum.rules.map((rule, place) => (
                <Rule
                  // oxlint-disable-next-line no-array-index-key -- a rule has no name of its own; its fields are controlled
                  key={place}
                  place={place}
                  rule={rule}
                  form={form}
                  onChange={(part) => set({ rules: quorum.rules.with(place, { ...rule, ...part }) })}
                  onRemove={() => set({ rules: quorum.rules.toSpliced(place, 1) })}
                />
              ))}
            </ol>
            <div>
              <Button
                icon="add"
                isDisabled={quorum.rules.length >= 15}
                onPress={() => set({ rules: [...quorum.rules, { anyOf: [], minimum: '1' }] })}
              >
                {t('quorum.addRule')}
              </Button>
            </div>
          </>
        )}
      </div>
    </Panel>
  );
}
