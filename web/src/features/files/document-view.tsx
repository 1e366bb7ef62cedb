import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, EmptyState, ErrorNotice, PageHeader, Spinner } from '../../ui/index.ts';
import styles from './files.module.css';
import { useFileActs } from './use-file-acts.ts';
import { useFiles } from './use-files.ts';
import { DocumentViewer } from './viewer/document-viewer.tsx';

/** One document of a case on a page of its own, under its patient's identity, for a second screen. Source: OO-18. */
export function DocumentView({
  caseId,
  fileId,
  patient,
  identity,
}: {
  caseId: string;
  fileId: string;
  /** The patient's name, for the window's title. */ patient: string;
  identity: ReactNode;
}) {
  const { t } = useTranslation('files');
  const { read, lines } = useFiles(caseId);
  const { save, saving } = useFileActs(caseId);
  const line = lines?.find((one) => one.fileId === fileId && one.state === 'ready');
  return (
    <div className={styles.alone}>
      <PageHeader
        title={line?.name ?? t('title')}
        documentTitle={t('viewer.documentTitle', { patient })}
        back={{ href: `/dossiers/${caseId}`, label: t('viewer.back') }}
        actions={
          line && (
            <Button icon="download" isPending={saving !== null} onPress={() => void save(line)}>
              {t('viewer.download')}
            </Button>
          )
        }
      />
      {identity}
      {line && (
        <div className={styles.screen}>
          <DocumentViewer caseId={caseId} line={line} />
        </div>
      )}
      {read.error && !lines && <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />}
      {read.isPending && <Spinner size="block" label={t('loading')} />}
      {lines && !line && <EmptyState title={t('viewer.gone')}>{t('viewer.goneWords')}</EmptyState>}
    </div>
  );
}
