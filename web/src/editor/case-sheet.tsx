import { type CaseField, caseSections } from '@concertation/shared/documents';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, parseTypedDate } from '../lib/index.ts';
import type { DocumentHandle } from '../sync/index.ts';
import { DateField, SelectField, TextField } from '../ui/index.ts';
import styles from './case-sheet.module.css';
import { SectionEditor } from './section-editor.tsx';
import { TagsField } from './tags-field.tsx';
import { useField } from './use-field.ts';

type FieldProps = { handle: DocumentHandle; field: CaseField; readOnly: boolean };

/** The document holds an existing day or nothing; what is being typed stays here until it is one. */
function DayField({ handle, field, readOnly }: FieldProps) {
  const { t } = useTranslation('editor');
  const [day, setDay] = useField(handle, field);
  const [typed, setTyped] = useState(formatDate(day));
  const [shownDay, setShownDay] = useState(day);
  const [left, setLeft] = useState(false);
  // A colleague wrote another day: it replaces what was being typed.
  if (shownDay !== day) {
    setShownDay(day);
    setTyped(formatDate(day));
  }
  const wrong = left && typed.trim() !== '' && parseTypedDate(typed) === null;
  return (
    <DateField
      label={t(`fields.${field}`)}
      value={typed}
      isReadOnly={readOnly}
      {...(readOnly ? { placeholder: '' } : {})}
      error={wrong ? t('sheet.dateWrong') : null}
      onChange={(text) => {
        setTyped(text);
        setLeft(false);
        const read = parseTypedDate(text);
        if (read !== null) setDay(read);
        else if (text.trim() === '') setDay('');
      }}
      onBlur={() => setLeft(true)}
    />
  );
}

const statuses = ['none', '0', '1', '2', '3', '4'] as const;

function StatusField({ handle, field, readOnly }: FieldProps) {
  const { t } = useTranslation('editor');
  const [status, setStatus] = useField(handle, field);
  const value = statuses.find((known) => known === status) ?? 'none';
  return (
    <SelectField
      label={t(`fields.${field}`)}
      choices={statuses.map((id) => ({ id, label: t(`sheet.status.${id}`) }))}
      value={value}
      onChange={(id) => setStatus(id === 'none' ? '' : id)}
      isDisabled={readOnly}
    />
  );
}

function WordsField({ handle, field, readOnly, description }: FieldProps & { description: string }) {
  const { t } = useTranslation('editor');
  const [words, setWords] = useField(handle, field);
  return (
    <TextField
      label={t(`fields.${field}`)}
      description={readOnly ? undefined : description}
      value={words}
      onChange={setWords}
      isReadOnly={readOnly}
      maxLength={500}
      autoComplete="off"
    />
  );
}

/** The sheet of a case, as it is written together: its fields, its tags, its four texts. */
export function CaseSheet({
  handle,
  readOnly = false,
  level = 3,
}: {
  handle: DocumentHandle;
  readOnly?: boolean;
  level?: 2 | 3 | 4;
}) {
  const { t } = useTranslation('editor');
  const fixed = readOnly || !handle.editable;
  return (
    <div className={styles.sheet}>
      <fieldset aria-label={t('sheet.facts')} className={styles.facts}>
        <DayField handle={handle} field="diagnosisDate" readOnly={fixed} />
        <StatusField handle={handle} field="performanceStatus" readOnly={fixed} />
        <WordsField handle={handle} field="stage" readOnly={fixed} description={t('sheet.stageHelp')} />
        <div className={styles.wide}>
          <WordsField handle={handle} field="reason" readOnly={fixed} description={t('sheet.reasonHelp')} />
        </div>
      </fieldset>
      <TagsField handle={handle} readOnly={readOnly} />
      {caseSections.map((section) => (
        <SectionEditor
          key={section}
          handle={handle}
          section={section}
          label={t(`sections.${section}`)}
          level={level}
          readOnly={readOnly}
          placeholder={t(`sheet.sectionHelp.${section}`)}
        />
      ))}
    </div>
  );
}
