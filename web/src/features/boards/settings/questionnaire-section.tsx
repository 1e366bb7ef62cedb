import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Panel, useToast, VisuallyHidden } from '../../../ui/index.ts';
import type { QuestionDraft } from './draft.ts';
import { newKey } from './new-key.ts';
import { QuestionItem } from './question-item.tsx';
import styles from './settings.module.css';
import type { SettingsForm } from './use-settings-form.ts';

/** The button that moved a question keeps the focus, or gives it to the other one at an end of the list. */
function focusMover(key: string, by: -1 | 1): void {
  setTimeout(() => {
    const [same, other] = by < 0 ? ['up', 'down'] : ['down', 'up'];
    const button = document.getElementById(`${key}-${same}`) as HTMLButtonElement | null;
    (button?.disabled ? document.getElementById(`${key}-${other}`) : button)?.focus();
  });
}

/** « Infos complémentaires »: what is asked of whoever presents a patient. Source: SC-71. */
export function QuestionnaireSection({ form }: { form: SettingsForm }) {
  const { t } = useTranslation('boards');
  const { show } = useToast();
  const [said, setSaid] = useState('');
  const { draft, change } = form;
  const questions = draft.questionnaire;
  const set = (place: number, part: Partial<QuestionDraft>) =>
    change(({ questionnaire }) => {
      const question = questionnaire[place];
      return question ? { questionnaire: questionnaire.with(place, { ...question, ...part }) } : {};
    });
  const move = (question: QuestionDraft, place: number, by: -1 | 1) => {
    const others = questions.toSpliced(place, 1);
    change({ questionnaire: others.toSpliced(place + by, 0, question) });
    setSaid(t('questions.moved', { number: place + by + 1, count: questions.length }));
    focusMover(question.key, by);
  };
  const remove = (question: QuestionDraft, place: number) => {
    change({ questionnaire: questions.toSpliced(place, 1) });
    show({
      message: t('questions.removed'),
      action: {
        label: t('undo'),
        onAction: () =>
          change(({ questionnaire }) =>
            questionnaire.some(({ key }) => key === question.key)
              ? {}
              : { questionnaire: questionnaire.toSpliced(place, 0, question) },
          ),
      },
    });
  };
  return (
    <Panel id="infos" title={t('section.questionnaire')}>
      <div className={styles.fields}>
        <p className={styles.soft}>{t('questions.words')}</p>
        {questions.length > 0 && (
          <ol className={styles.items}>
            {questions.map((question, place) => (
              <QuestionItem
                key={question.key}
                question={question}
                place={place}
                count={questions.length}
                form={form}
                onChange={(part) => set(place, part)}
                onMove={(by) => move(question, place, by)}
                onRemove={() => remove(question, place)}
              />
            ))}
          </ol>
        )}
        <output>
          <VisuallyHidden>{said}</VisuallyHidden>
        </output>
        <div>
          <Button
            icon="add"
            isDisabled={questions.length >= 60}
            onPress={() =>
              change({
                questionnaire: [
                  ...questions,
                  { key: newKey(), type: 'text', label: '', mandatory: false, choices: '', unit: '' },
                ],
              })
            }
          >
            {t('questions.add')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}
