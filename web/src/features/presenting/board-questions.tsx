import type { CasePresentation } from '@concertation/shared/contracts';
import type { Question } from '@concertation/shared/domain';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckboxField, Panel, useFormats } from '../../ui/index.ts';
import styles from './presenting.module.css';
import { QuestionField } from './question-field.tsx';
import { SaveState } from './save-state.tsx';
import { useAnswers } from './use-answers.ts';

export type RenderQuestionFile = (question: Question, presentationId: string) => ReactNode;

function Labels({
  presentation: { boardLabels, labelsMandatory },
  labels,
  onChange,
}: {
  presentation: CasePresentation;
  labels: readonly string[];
  onChange: (labels: string[]) => void;
}) {
  const { t } = useTranslation('presenting');
  return (
    <fieldset className={styles.group}>
      <legend className={styles.groupLabel}>
        {t('answers.labels')}
        {labelsMandatory && <span className={styles.mandatory}> * ({t('answers.labelsMandatory')})</span>}
      </legend>
      <div className={styles.labels}>
        {boardLabels.map(({ key, name, urgent }) => (
          <CheckboxField
            key={key}
            isSelected={labels.includes(key)}
            onChange={(on) => onChange(on ? [...labels, key] : labels.filter((other) => other !== key))}
          >
            {urgent ? t('answers.urgentLabel', { name }) : name}
          </CheckboxField>
        ))}
      </div>
    </fieldset>
  );
}

/** What one board asks: its labels and its questionnaire, saved as they are filled. Source: SC-71, SC-72. */
export function BoardQuestions({
  caseId,
  presentation,
  renderFile,
}: {
  caseId: string;
  presentation: CasePresentation;
  renderFile?: RenderQuestionFile | undefined;
}) {
  const { t } = useTranslation('presenting');
  const { meetingTime } = useFormats();
  const { labels, answers, state, error, keep, retry } = useAnswers(caseId, presentation);
  const { board, boardLabels, questionnaire, presentationId } = presentation;
  const asksNothing = boardLabels.length === 0 && questionnaire.length === 0;
  return (
    <Panel
      title={board.name}
      level={3}
      actions={!asksNothing && <SaveState state={state} error={error} onRetry={retry} />}
    >
      <div className={styles.questions}>
        <p className={styles.note}>{meetingTime(presentation.meetingStartsAt)}</p>
        {asksNothing && <p>{t('answers.nothing')}</p>}
        {boardLabels.length > 0 && (
          <Labels presentation={presentation} labels={labels} onChange={(chosen) => keep({ labels: chosen })} />
        )}
        {questionnaire.map((question) => (
          <QuestionField
            key={question.key}
            question={question}
            kept={answers[question.key] ?? ''}
            onAnswer={(value) => keep({ answers: { [question.key]: value } })}
            renderFile={renderFile && ((asked) => renderFile(asked, presentationId))}
          />
        ))}
      </div>
    </Panel>
  );
}
