import { organisationKinds, type OrganisationSettings } from '@concertation/shared/contracts';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../../api/index.ts';
import { CheckboxField, ErrorNotice, SelectField, TextArea, TextField } from '../../ui/index.ts';
import { type OrganisationDraft, type OrganisationField, organisationFields, readDraft } from './organisation-draft.ts';
import styles from './organisations.module.css';

type Props = {
  id: string;
  initial: OrganisationDraft;
  error: ApiError | null;
  onSend: (settings: OrganisationSettings) => void;
  /** The buttons, when they are not in a dialog's foot. */
  children?: ReactNode;
};

/** What an administrator writes of an organisation. A refusal leaves everything as typed. */
export function OrganisationForm({ id, initial, error, onSend, children }: Props) {
  const { t } = useTranslation('organisations');
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(initial);
  const [refused, setRefused] = useState<readonly OrganisationField[]>([]);
  const byServer = organisationFields.filter(
    (field) =>
      (field === 'slug' && error?.code === 'slug_taken') ||
      error?.fields.some((problem) => problem.field.split('.').at(-1) === field),
  );
  const change = (part: Partial<OrganisationDraft>) => {
    setDraft({ ...draft, ...part });
    setRefused(refused.filter((field) => !(field in part)));
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    const { settings, wrong } = readDraft(draft);
    setRefused(wrong);
    if (settings) return onSend(settings);
    setTimeout(() => form.current?.querySelector<HTMLElement>('input[data-invalid], [data-invalid] input')?.focus());
  };
  const field = (name: OrganisationField) => ({
    label: t(`form.${name}`),
    value: draft[name],
    onChange: (value: string) => change({ [name]: value }),
    error: (refused.includes(name) || byServer.includes(name)) && t(`form.wrong.${name}`),
  });
  return (
    <form id={id} ref={form} noValidate onSubmit={send} className={styles.form}>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('form.identity')}</legend>
        <SelectField
          label={t('kind.label')}
          choices={organisationKinds.map((kind) => ({ id: kind, label: t(`kind.${kind}`) }))}
          value={draft.kind}
          onChange={(kind) => change({ kind })}
          isRequired
        />
        <TextField {...field('name')} maxLength={160} isRequired />
        <TextField
          label={t('form.place')}
          value={draft.place}
          onChange={(place) => change({ place })}
          maxLength={120}
        />
        <TextArea
          label={t('form.presentation')}
          description={t('form.presentationHelp')}
          value={draft.presentation}
          onChange={(presentation) => change({ presentation })}
          maxLength={2000}
        />
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('form.help')}</legend>
        <p className={styles.soft}>{t('form.helpWords')}</p>
        <div className={styles.pair}>
          <TextField {...field('email')} type="email" />
          <TextField {...field('phone')} type="tel" maxLength={40} />
        </div>
      </fieldset>
      {draft.kind === 'network' && (
        <fieldset className={styles.group}>
          <legend className={styles.legend}>{t('form.portal')}</legend>
          <TextField {...field('slug')} description={t('form.slugHelp')} maxLength={40} isRequired={draft.published} />
          <CheckboxField isSelected={draft.published} onChange={(published) => change({ published })}>
            {t('form.published')}
          </CheckboxField>
        </fieldset>
      )}
      {error && <ErrorNotice error={error} />}
      {children}
    </form>
  );
}
