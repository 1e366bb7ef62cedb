import type { Registration } from '@concertation/shared/contracts';
import { specialties, titles } from '@concertation/shared/domain';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type ApiError, knowsPasskeys } from '../../api/index.ts';
import {
  Button,
  CheckboxField,
  ChoiceField,
  ErrorNotice,
  NewPasswordField,
  ProposedField,
  SelectField,
  TextField,
} from '../../ui/index.ts';
import { professions } from './professions.ts';
import { type RegistrationDraft, type RegistrationField, readDraft, registrationFields } from './registration-draft.ts';
import styles from './registration.module.css';
import { WhyThese } from './why-these.tsx';

export type RegistrationFormProps = {
  draft: RegistrationDraft;
  onChange: (draft: RegistrationDraft) => void;
  onSend: (registration: Registration) => void;
  isPending: boolean;
  error: ApiError | null;
};

type Word = Exclude<RegistrationField, 'title' | 'password' | 'accepted'>;

/** Who one is, how to be reached, what will open the account; errors appear once it was sent, field by field. Source: SC-13 to SC-16. */
export function RegistrationForm({ draft, onChange, onSend, isPending, error }: RegistrationFormProps) {
  const { t } = useTranslation('registration');
  const form = useRef<HTMLFormElement>(null);
  const [password, setPassword] = useState('');
  const [marked, setMarked] = useState<readonly RegistrationField[]>([]);
  const [answered, setAnswered] = useState<ApiError | null>(null);
  // A refusal of the server marks its fields once; correcting them takes the marks away.
  if (error !== answered) {
    setAnswered(error);
    const named = new Set<string>(error?.fields.map(({ field }) => field));
    if (error?.code === 'password_common') named.add('password');
    setMarked(registrationFields.filter((field) => named.has(field)));
  }
  const change = (part: Partial<RegistrationDraft>) => {
    onChange({ ...draft, ...part });
    setMarked(marked.filter((field) => !(field in part)));
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    const read = readDraft(draft, password);
    if ('registration' in read) return onSend(read.registration);
    setMarked(read.wrong);
    // After the errors are drawn, the first wrong field takes the focus.
    setTimeout(() =>
      form.current
        ?.querySelector<HTMLElement>('[data-invalid] input, [data-invalid] button, input[data-invalid]')
        ?.focus(),
    );
  };
  const field = (name: Word) => ({
    value: draft[name],
    onChange: (value: string) => change({ [name]: value }),
    error: marked.includes(name) && t(`fields.${name}`),
    name,
  });
  return (
    <form ref={form} noValidate onSubmit={send} className={styles.form}>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('form.you')}</legend>
        <SelectField
          label={t('form.title')}
          placeholder={t('form.titleEmpty')}
          choices={titles.map((id) => ({ id, label: id }))}
          value={draft.title}
          onChange={(title) => change({ title })}
          error={marked.includes('title') && t('fields.title')}
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
            description={t('form.specialtyHelp')}
            proposals={specialties}
            isRequired
            {...field('specialty')}
          />
        </div>
        <div className={styles.pair}>
          <TextField
            label={t('form.rpps')}
            description={t('form.rppsHelp')}
            inputMode="numeric"
            autoComplete="off"
            {...field('rpps')}
          />
          <TextField
            label={t('form.workplace')}
            description={t('form.workplaceHelp')}
            autoComplete="organization"
            maxLength={160}
            {...field('workplace')}
          />
        </div>
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('form.contact')}</legend>
        <TextField
          label={t('form.email')}
          description={t('form.emailHelp')}
          type="email"
          autoComplete="email"
          isRequired
          {...field('email')}
        />
        <TextField
          label={t('form.phone')}
          description={t('form.phoneHelp')}
          type="tel"
          autoComplete="tel"
          isRequired
          {...field('phone')}
        />
        <WhyThese />
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('form.opens')}</legend>
        {knowsPasskeys() && (
          <ChoiceField
            label={t('form.means')}
            description={t(`form.means_${draft.means}_help`)}
            choices={(['passkey', 'password'] as const).map((id) => ({ id, label: t(`form.means_${id}`) }))}
            value={draft.means}
            onChange={(means) => change({ means })}
          />
        )}
        {draft.means === 'password' && (
          <NewPasswordField
            label={t('form.password')}
            value={password}
            onChange={(value) => {
              setPassword(value);
              setMarked(marked.filter((name) => name !== 'password'));
            }}
            owner={[draft.givenName, draft.familyName, draft.email.split('@')[0] ?? '']}
            error={
              marked.includes('password') && (error?.code === 'password_common' ? error.message : t('fields.password'))
            }
          />
        )}
        <div>
          <CheckboxField
            isSelected={draft.accepted}
            isInvalid={marked.includes('accepted')}
            onChange={(accepted) => change({ accepted })}
          >
            {t('form.accept')}
          </CheckboxField>
          <p className={styles.soft}>
            <Link to="/conditions" target="_blank">
              {t('form.terms')}
            </Link>
          </p>
          {marked.includes('accepted') && (
            <p role="alert" className={styles.wrong}>
              {t('fields.accepted')}
            </p>
          )}
        </div>
      </fieldset>
      {error && error.code !== 'password_common' && <ErrorNotice error={error} />}
      <Button type="submit" variant="primary" className={styles.main} isPending={isPending}>
        {t('form.submit')}
      </Button>
    </form>
  );
}
