import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/index.ts';
import { ErrorNotice, Spinner } from '../../ui/index.ts';
import { BoardQuestions, type RenderQuestionFile } from './board-questions.tsx';
import styles from './presenting.module.css';

/** « Infos complémentaires »: what each board asks. Source: SC-71 to SC-73. */
export function QuestionsStep({ caseId, renderFile }: { caseId: string; renderFile?: RenderQuestionFile | undefined }) {
  const { t } = useTranslation('presenting');
  const read = useRead('listCasePresentations', { params: { caseId } });
  if (read.error) return <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <Spinner size="block" label={t('answers.loading')} />;
  const asked = read.data.filter(({ editable, state }) => editable && state !== 'removed');
  return (
    <div className={styles.stack}>
      <p className={styles.note}>
        {asked.length === 0 && `${t('answers.noBoard')} `}
        {t('asterisks')}
      </p>
      {asked.map((presentation) => (
        <BoardQuestions
          key={presentation.presentationId}
          caseId={caseId}
          presentation={presentation}
          renderFile={renderFile}
        />
      ))}
    </div>
  );
}
