import { documentName, parseDocumentName } from '@concertation/shared/domain';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../api/index.ts';
import { DocumentView } from '../features/files/index.ts';
import { presentPatientName } from '../lib/index.ts';
import { ErrorNotice, IdentityBanner, Spinner } from '../ui/index.ts';
import { NotFoundPage } from './not-found.tsx';

function OpenDocument({ caseId, fileId }: { caseId: string; fileId: string }) {
  const { t } = useTranslation('files');
  const read = useRead('readCase', { params: { caseId } });
  if (read.error && !read.data) return <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <Spinner size="block" label={t('loading')} />;
  const { patient } = read.data;
  return (
    <DocumentView
      caseId={caseId}
      fileId={fileId}
      patient={presentPatientName(patient)}
      identity={<IdentityBanner patient={patient} />}
    />
  );
}

/** `/dossiers/:caseId/documents/:fileId`: one document under its patient's identity, for a second screen. Source: OO-18. */
export function DocumentPage() {
  const { caseId = '', fileId = '' } = useParams();
  const isId = (id: string) => parseDocumentName(documentName('case', id)) !== null;
  if (!isId(caseId) || !isId(fileId)) return <NotFoundPage />;
  return <OpenDocument key={fileId} caseId={caseId} fileId={fileId} />;
}
