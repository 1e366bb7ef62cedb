import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorNotice, FileDrop, Panel, Spinner } from '../../ui/index.ts';
import { extensions } from './extensions.ts';
import { FileList } from './file-list.tsx';
import styles from './files.module.css';
import { uploads } from './uploads/uploads.ts';
import { useArrivingFiles } from './use-arriving-files.ts';
import { useFiles } from './use-files.ts';

/**
 * « Documents »: what is attached to a case, looked at in the page; whoever writes the case adds more, by dropping, pasting
 * or choosing them. Source: SC-68, SC-73 to SC-75, OO-18, OO-40.
 */
export function FilesPanel({
  caseId,
  mayWrite,
  identity,
}: {
  caseId: string;
  mayWrite: boolean;
  /** Whose documents they are: shown over each one that is looked at. */
  identity?: ReactNode;
}) {
  const { t } = useTranslation('files');
  const { read, lines, sending } = useFiles(caseId);
  const add = (files: File[]) => uploads.add({ caseId }, files);
  useArrivingFiles(mayWrite ? add : null);
  const isEmpty = lines?.length === 0 && sending.length === 0;
  return (
    <Panel id="documents" title={t('title')} padding={false}>
      {read.error && !lines && (
        <div className={styles.part}>
          <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />
        </div>
      )}
      {read.isPending && <Spinner size="block" label={t('loading')} />}
      {isEmpty && <EmptyState title={t('none')}>{t('noneWords')}</EmptyState>}
      {!isEmpty && (lines || sending.length > 0) && (
        <FileList
          caseId={caseId}
          label={t('list')}
          lines={lines ?? []}
          sending={sending}
          mayWrite={mayWrite}
          identity={identity}
        />
      )}
      {mayWrite && (
        <div className={styles.add}>
          <FileDrop label={t('add.label')} choose={t('add.choose')} extensions={extensions} onFiles={add}>
            <p className={styles.invitation}>{t('add.label')}</p>
            <p>{t('add.hint')}</p>
            <p>{t('add.size')}</p>
            <p>{t('add.formats')}</p>
          </FileDrop>
        </div>
      )}
    </Panel>
  );
}
