import type { PatientBanner } from '@concertation/shared/contracts';
import { documentName, parseDocumentName } from '@concertation/shared/domain';
import { useParams, useSearchParams } from 'react-router';
import { CallArea, CallEntry, useInsideCall } from '../features/call/index.ts';
import { FilesPanel } from '../features/files/index.ts';
import { MeetingScreen } from '../features/meetings/index.ts';
import { IdentityBanner } from '../ui/index.ts';
import { MeetingDetails } from './meeting-details.tsx';
import { MeetingReport } from './meeting-report.tsx';
import { NotFoundPage } from './not-found.tsx';

/** The imaging and letters of the case on the screen, looked at without leaving it; they are added from its own page. */
function CaseDocuments({ caseId, patient }: { caseId: string; patient: PatientBanner }) {
  return <FilesPanel caseId={caseId} mayWrite={false} identity={<IdentityBanner patient={patient} variant="line" />} />;
}

/**
 * `/reunions/:meetingId`: a meeting, with the report of the case on the screen beside its sheet. `?dossier=` leads to one
 * of its presentations.
 */
export function MeetingPage() {
  const { meetingId = '' } = useParams();
  const [search] = useSearchParams();
  const isInside = useInsideCall(meetingId);
  if (!parseDocumentName(documentName('meeting', meetingId))) return <NotFoundPage />;
  return (
    <MeetingScreen
      key={meetingId}
      meetingId={meetingId}
      report={MeetingReport}
      details={MeetingDetails}
      documents={CaseDocuments}
      call={{ Entry: CallEntry, Area: CallArea, isInside }}
      look={search.get('dossier') ?? undefined}
    />
  );
}
