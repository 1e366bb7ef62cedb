import { newAccount } from '@concertation/shared/contracts';
import { titles } from '@concertation/shared/domain';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/index.ts';
import { Button, ErrorNotice, SelectField, TextField } from '../../ui/index.ts';
import styles from './account.module.css';
import { signUpWithPasskey } from './ceremonies.ts';
import { type SignUpDraft, type SignUpField, signUpFields, wrongSignUpFields } from './sign-up-draft.ts';
import { useCeremony } from './use-ceremony.ts';
import { useEnter } from './use-enter.ts';

/** A new account: how colleagues will see this person, then the passkey. Errors appear once the form was sent, field by field. */
export function SignUpForm() {
  const { t } = useTranslation('account');
  const enter = useEnter();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<SignUpDraft>({
    title: null,
    givenName: '',
    familyName: '',
    specialty: '',
    email: '',
    passkeyName: t('signUp.keyNameDefault'),
  });
  const [refused, setRefused] = useState<readonly SignUpField[]>([]);
  const signUp = useCeremony(() => {
    const { passkeyName, ...account } = draft;
    return signUpWithPasskey(newAccount.parse(account), passkeyName.trim());
  });

  const change = (part: Partial<SignUpDraft>) => {
    setDraft({ ...draft, ...part });
    setRefused(refused.filter((field) => !(field in part)));
  };
  const refuse = (fields: readonly SignUpField[]) => {
    setRefused(fields);
    // After the errors are drawn, the first wrong field takes the focus.
    setTimeout(() =>
      form.current
        ?.querySelector<HTMLElement>('[data-invalid] input, [data-invalid] button, input[data-invalid]')
        ?.focus(),
    );
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    const wrong = wrongSignUpFields(draft);
    if (wrong.length > 0) return refuse(wrong);
    signUp.mutate(undefined, {
      onSuccess: enter,
      onError: (error) => {
        if (error instanceof ApiError && error.code === 'invalid')
          refuse(signUpFields.filter((field) => error.fields.some((problem) => problem.field === field)));
      },
    });
  };
  const field = (name: Exclude<SignUpField, 'title'>) => ({
    value: draft[name],
    onChange: (value: string) => change({ [name]: value }),
    error: refused.includes(name) && t(`fields.${name}`),
    isRequired: true,
  });

  return (
    <form ref={form} noValidate onSubmit={send} className={styles.form}>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('signUp.you')}</legend>
        <SelectField
          label={t('signUp.civility')}
          placeholder={t('signUp.civilityEmpty')}
          choices={titles.map((id) => ({ id, label: id }))}
          value={draft.title}
          onChange={(title) => change({ title })}
          error={refused.includes('title') && t('fields.title')}
          isRequired
        />
        <div className={styles.pair}>
          <TextField label={t('signUp.givenName')} autoComplete="given-name" {...field('givenName')} />
          <TextField label={t('signUp.familyName')} autoComplete="family-name" {...field('familyName')} />
        </div>
        <TextField
          label={t('signUp.specialty')}
          description={t('signUp.specialtyHelp')}
          autoComplete="organization-title"
          {...field('specialty')}
        />
        <TextField label={t('signUp.email')} type="email" autoComplete="email" {...field('email')} />
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('signUp.key')}</legend>
        <TextField
          label={t('signUp.keyName')}
          description={t('signUp.keyNameHelp')}
          autoComplete="off"
          {...field('passkeyName')}
        />
      </fieldset>
      {signUp.error && <ErrorNotice error={signUp.error} />}
      <Button type="submit" variant="primary" icon="key" className={styles.main} isPending={signUp.isPending}>
        {t('signUp.submit')}
      </Button>
    </form>
  );
}
