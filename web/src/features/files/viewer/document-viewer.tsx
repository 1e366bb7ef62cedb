import type { FileLine } from '@concertation/shared/contracts';
import { ArchiveViewer } from './archive-viewer.tsx';
import { PagesViewer } from './pages-viewer.tsx';

/** A ready document, in the page: the pages of an image or a PDF, or what an archive holds. Source: OO-18, OO-40. */
export function DocumentViewer({ caseId, line }: { caseId: string; line: FileLine }) {
  return line.format === 'zip' ? (
    <ArchiveViewer caseId={caseId} fileId={line.fileId} />
  ) : (
    <PagesViewer key={line.fileId} caseId={caseId} line={line} />
  );
}
