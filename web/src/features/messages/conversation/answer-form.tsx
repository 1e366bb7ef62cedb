import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, TextArea } from '../../../ui/index.ts';
import { sayable } from '../words/sayable.ts';
import type { AnswerKeeper } from './answer-keeper.ts';
import styles from './conversation.module.css';

/** Where one answers. What is typed is kept until it is sent. */
export function AnswerForm({ answer, fieldId }: { answer: AnswerKeeper; fieldId: string }) {
  const { t } = useTranslation('messages');
  const [missing, setMissing] = useState(false);
  const send = () => {
    const text = sayable(answer.text);
    setMissing(text === '');
    if (text !== '') void answer.send(text);
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextArea
        id={fieldId}
        label={t('answer.label')}
        description={t('answer.hint')}
        error={missing ? t('answer.missing') : null}
        rows={2}
        maxLength={4000}
        value={answer.text}
        className={styles.field}
        onChange={(text) => {
          answer.type(text);
          setMissing(false);
        }}
        onKeyDown={(event) => {
          // Other keys are not this field's.
          const isSending = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
          if (!isSending || event.nativeEvent.isComposing) return event.continuePropagation();
          event.preventDefault();
          send();
        }}
      />
      <div className={styles.formFoot}>
        <p className={styles.hint}>{t('aboutPatients')}</p>
        <Button type="submit" variant="primary" className={styles.send}>
          {t('answer.send')}
        </Button>
      </div>
    </form>
  );
}
