import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice, FileDrop, Spinner } from '../../ui/index.ts';
import { extensions } from './extensions.ts';
import { FileList } from './file-list.tsx';
import styles from './files.module.css';
import { uploads } from './uploads/uploads.ts';
import { useArrivingFiles } from './use-arriving-files.ts';
import { type QuestionPlace, useFiles } from './use-files.ts';

/** A question of « Infos complémentaires » that is answered by documents: one or several. Source: SC-73 to SC-75. */
export function QuestionFile({
  caseId,
  presentationId,
  questionKey,
  label,
  isRequired = false,
  mayWrite = true,
  identity,
}: QuestionPlace & {
  caseId: string;
  label: string;
  isRequired?: boolean;
  mayWrite?: boolean;
  /** Whose documents they are: shown over each one that is looked at. */ identity?: ReactNode;
}) {
  const { t } = useTranslation('files');
  const { t: words } = useTranslation('ui');
  const place = { presentationId, questionKey };
  const { read, lines, sending } = useFiles(caseId, place);
  useArrivingFiles(null);
  const add = (files: File[]) => uploads.add({ caseId, answers: place }, files);
  return (
    <fieldset className={styles.question}>
      <legend className={styles.questionLabel}>
        {label}
        {isRequired && <span className={styles.mandatory}> * ({words('required')})</span>}
      </legend>
      {read.error && !lines && <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />}
      {read.isPending && <Spinner label={t('loading')} />}
      {((lines && lines.length > 0) || sending.length > 0) && (
        <FileList
          caseId={caseId}
          label={t('question.list', { label })}
          lines={lines ?? []}
          sending={sending}
          mayWrite={mayWrite}
          identity={identity}
        />
      )}
      {mayWrite && (
        <FileDrop compact label={label} choose={t('question.choose')} extensions={extensions} onFiles={add}>
          <p>{t('question.hint')}</p>
          <p>
            {t('add.size')} · {t('add.formats')}
          </p>
        </FileDrop>
      )}
    </fieldset>
  );
}
