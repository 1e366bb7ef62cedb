import type { Question } from '@concertation/shared/domain';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField, SelectField, TextArea, TextField } from '../../ui/index.ts';
import { readAnswer, showAnswer, type TypedQuestion } from './answer-value.ts';

const nothing = ' ';

function TypedField({
  question,
  kept,
  onAnswer,
}: {
  question: TypedQuestion;
  kept: string;
  onAnswer: (value: string) => void;
}) {
  const { t } = useTranslation('presenting');
  const [typed, setTyped] = useState(() => showAnswer(question, kept));
  const [shown, setShown] = useState(kept);
  const [left, setLeft] = useState(false);
  // A colleague answered meanwhile: it replaces what this field showed, unless that says the same.
  if (shown !== kept) {
    setShown(kept);
    if (readAnswer(question, typed) !== kept) setTyped(showAnswer(question, kept));
  }
  const field = {
    label: question.label,
    isRequired: question.mandatory,
    value: typed,
    onChange: (text: string) => {
      setTyped(text);
      setLeft(false);
      const value = readAnswer(question, text);
      if (value === null) return;
      setShown(value);
      onAnswer(value);
    },
    onBlur: () => setLeft(true),
    error: left && readAnswer(question, typed) === null && t(`answers.wrong.${question.type}`),
    autoComplete: 'off',
  };
  switch (question.type) {
    case 'text':
      return <TextArea {...field} rows={2} maxLength={4000} />;
    case 'date':
      return <DateField {...field} />;
    case 'number':
      return (
        <TextField
          {...field}
          inputMode="decimal"
          maxLength={20}
          description={question.unit ? t('answers.unit', { unit: question.unit }) : undefined}
        />
      );
    case 'choice':
      return (
        <SelectField
          label={question.label}
          isRequired={question.mandatory}
          placeholder={t('answers.choose')}
          choices={[
            { id: nothing, label: t('answers.none') },
            ...question.choices.map((choice) => ({ id: choice, label: choice })),
          ]}
          value={kept === '' ? null : kept}
          onChange={(choice) => onAnswer(choice === nothing ? '' : choice)}
        />
      );
  }
}

/** One question of « Infos complémentaires », by its type. A document's answer is a file, attached by `renderFile`. */
export function QuestionField({
  question,
  kept,
  onAnswer,
  renderFile,
}: {
  question: Question;
  kept: string;
  onAnswer: (value: string) => void;
  renderFile?: ((question: Question) => ReactNode) | undefined;
}) {
  if (question.type === 'document') return renderFile?.(question) ?? null;
  return <TypedField question={question} kept={kept} onAnswer={onAnswer} />;
}
