import type { FileLine } from '@concertation/shared/contracts';
import { type ReactNode, useState } from 'react';
import { FileRow } from './file-row.tsx';
import styles from './files.module.css';
import { UploadRow } from './upload-row.tsx';
import type { LocalUpload } from './uploads/upload-queue.ts';
import { useFileActs } from './use-file-acts.ts';
import { ViewerDialog } from './viewer/viewer-dialog.tsx';

const canBeSeen = ({ state, pages, format }: FileLine) => state === 'ready' && (pages > 0 || format === 'zip');

/** The documents on their way, then those that arrived, and the one that is looked at over the page. */
export function FileList({
  caseId,
  label,
  lines,
  sending,
  mayWrite,
  identity,
}: {
  caseId: string;
  label: string;
  lines: readonly FileLine[];
  sending: readonly LocalUpload[];
  mayWrite: boolean;
  /** Whose documents they are. */ identity?: ReactNode;
}) {
  const { save, remove, saving, removing } = useFileActs(caseId);
  const [viewed, setViewed] = useState<FileLine | null>(null);
  return (
    <>
      <ul className={styles.list} aria-label={label}>
        {sending.map((upload) => (
          <UploadRow key={`sending-${upload.key}`} upload={upload} />
        ))}
        {lines.map((line) => (
          <FileRow
            key={line.fileId}
            caseId={caseId}
            line={line}
            onView={canBeSeen(line) ? () => setViewed(line) : null}
            onDownload={() => void save(line)}
            onRemove={mayWrite && line.removable ? () => remove(line) : null}
            isSaving={saving === line.fileId}
            isRemoving={removing === line.fileId}
          />
        ))}
      </ul>
      {viewed && <ViewerDialog caseId={caseId} line={viewed} identity={identity} onClose={() => setViewed(null)} />}
    </>
  );
}
