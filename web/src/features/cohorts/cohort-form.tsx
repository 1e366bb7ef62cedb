import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextArea, TextField } from '../../ui/index.ts';
import styles from './cohorts.module.css';

export type CohortWords = { name: string; description: string };

/** A cohort's name and what it is for; sent by the button that names its `id`. */
export function CohortForm({
  id,
  initial = { name: '', description: '' },
  onSend,
}: {
  id: string;
  initial?: CohortWords;
  onSend: (words: CohortWords) => void;
}) {
  const { t } = useTranslation('cohorts');
  const [words, setWords] = useState(initial);
  const [checked, setChecked] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (words.name.trim() !== '') onSend(words);
  };
  return (
    <form id={id} className={styles.form} onSubmit={submit} noValidate>
      <TextField
        label={t('form.name')}
        description={t('form.nameHelp')}
        value={words.name}
        onChange={(name) => setWords({ ...words, name })}
        error={checked && words.name.trim() === '' ? t('form.nameMissing') : null}
        maxLength={120}
        autoComplete="off"
        isRequired
      />
      <TextArea
        label={t('form.description')}
        value={words.description}
        onChange={(description) => setWords({ ...words, description })}
        maxLength={2000}
        rows={3}
      />
    </form>
  );
}
