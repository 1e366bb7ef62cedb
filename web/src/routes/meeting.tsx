import { documentName, parseDocumentName } from '@concertation/shared/domain';
import { useParams } from 'react-router';
import { MeetingScreen } from '../features/meetings/index.ts';
import { MeetingDetailsPanel } from '../features/planning/index.ts';
import { ReportPanel } from '../features/reports/index.ts';
import { NotFoundPage } from './not-found.tsx';

/** `/reunions/:meetingId`: a meeting, with the report of the case on the screen beside its sheet. */
export function MeetingPage() {
  const { meetingId = '' } = useParams();
  if (!parseDocumentName(documentName('meeting', meetingId))) return <NotFoundPage />;
  return <MeetingScreen key={meetingId} meetingId={meetingId} report={ReportPanel} details={MeetingDetailsPanel} />;
}
