import { type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readSettings, type SettingsDraft } from './draft.ts';

/** Where a sentence of correction is known, without the places in lists. */
const sentences = [
  'name',
  'kind',
  'organisationIds',
  'field',
  'place',
  'charter',
  'capacity',
  'closingHours',
  'minutesPerCase',
  'quorum.specialties',
  'quorum.rules.anyOf',
  'quorum.rules.minimum',
  'labels.name',
  'questionnaire.label',
  'questionnaire.choices',
  'questionnaire.unit',
  'video.details',
] as const;

/** What the sections of the form share. */
export type SettingsForm = {
  draft: SettingsDraft;
  change: (part: Partial<SettingsDraft> | ((draft: SettingsDraft) => Partial<SettingsDraft>)) => void;
  /** The sentence that corrects what stands at this path (`questionnaire.0.label`), or null. */
  problem: (path: string) => string | null;
};

/** Errors appear when the form is sent, and leave when the part they stand in is corrected. */
export function useSettingsForm(
  initial: SettingsDraft,
  form: RefObject<HTMLFormElement | null>,
  onChange: (draft: SettingsDraft) => void = () => undefined,
) {
  const { t } = useTranslation('boards');
  const [draft, show] = useState(initial);
  /** The same, for an act made from an older screen (« Annuler » of a message). */
  const current = useRef(initial);
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const refuse = (paths: readonly string[]) => {
    setWrong(paths);
    // After the errors are drawn, the first wrong field takes the focus.
    setTimeout(() =>
      form.current
        ?.querySelector<HTMLElement>('[data-invalid] :is(input, textarea, button), input[data-invalid]')
        ?.focus(),
    );
  };
  const setDraft = (next: SettingsDraft) => {
    current.current = next;
    show(next);
  };
  const shared: SettingsForm = {
    draft,
    change: (part) => {
      const changed = typeof part === 'function' ? part(current.current) : part;
      const next = { ...current.current, ...changed };
      setDraft(next);
      setWrong((paths) => paths.filter((path) => !isWithin(path, changed)));
      onChange(next);
    },
    problem: (path) => {
      if (!wrong.some((one) => one === path || one.startsWith(`${path}.`))) return null;
      const sentence = sentences.find((one) => one === path.replace(/\.\d+/g, ''));
      return sentence ? t(`problem.${sentence}`) : t('problem.other');
    },
  };
  return {
    form: shared,
    wrong,
    refuse,
    setDraft,
    /** The settings to send, or null once the wrong fields are shown. */
    read: () => {
      const result = readSettings(draft);
      if ('settings' in result) return result.settings;
      refuse(result.wrong);
      return null;
    },
  };
}

function isWithin(path: string, changed: Partial<SettingsDraft>): boolean {
  const [part] = path.split('.');
  return Object.keys(changed).some((key) => key === part || (key === 'organisations' && part === 'organisationIds'));
}
