import { documentName } from '@concertation/shared/domain';
import { useEffect } from 'react';
import { refreshFacts, useRead } from '../../api/index.ts';
import { type DocumentHandle, useDocument } from '../../sync/index.ts';

/** A report's rows and its live document; the rows are asked again when its document says that they changed. */
export function useReport(reportId: string): {
  read: ReturnType<typeof useRead<'readReport'>>;
  handle: DocumentHandle;
} {
  const read = useRead('readReport', { params: { reportId } });
  const handle = useDocument(documentName('report', reportId));
  const { onFacts, withdrawn } = handle;
  useEffect(
    () =>
      onFacts(() => {
        void refreshFacts('readReport', { params: { reportId } });
        void refreshFacts('listDeliveries', { params: { reportId } });
      }),
    [onFacts, reportId],
  );
  // A channel that closes, or that was away and is back, may have missed what was said.
  const open = handle.saveState !== 'loading' && handle.saveState !== 'offline' && handle.saveState !== 'unkept';
  useEffect(() => {
    if (open || withdrawn !== null) void refreshFacts('readReport', { params: { reportId } });
  }, [open, withdrawn, reportId]);
  return { read, handle };
}
