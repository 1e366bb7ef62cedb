import type { MeetingDetail } from '@concertation/shared/contracts';
import { documentName, parseDocumentName } from '@concertation/shared/domain';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../api/index.ts';
import { FreezeAll } from '../features/reports/index.ts';
import { ErrorNotice, LinkButton, Notice, PageHeader, Spinner, useFormats } from '../ui/index.ts';
import { NotFoundPage } from './not-found.tsx';

/** Signatures come one by one after the freeze; others may freeze too. */
const refreshEvery = 4_000;

/** `/reunions/:meetingId/figer`: the meeting's reports, read and frozen in one go by who may. Rule FRZ-14. */
export function FreezeReportsPage() {
  const { t } = useTranslation('reports');
  const { meetingId = '' } = useParams();
  const isMeeting = parseDocumentName(documentName('meeting', meetingId)) !== null;
  const { data, error, refetch } = useRead(
    'readMeeting',
    { params: { meetingId } },
    { enabled: isMeeting, refreshEvery },
  );
  if (!isMeeting || error?.code === 'not_found') return <NotFoundPage />;
  if (data) return <Reports meeting={data} />;
  return error ? (
    <ErrorNotice error={error} onRetry={() => void refetch()} />
  ) : (
    <Spinner size="block" label={t('freezeAll.loading')} />
  );
}

function Reports({ meeting }: { meeting: MeetingDetail }) {
  const { t } = useTranslation('reports');
  const { meetingTime } = useFormats();
  const { meetingId, board, startsAt, presentations, abilities } = meeting;
  const back = { href: `/reunions/${meetingId}`, label: t('freezeAll.back') };
  return (
    <>
      <PageHeader
        title={t('freezeAll.title')}
        subtitle={<p>{t('freezeAll.subtitle', { board: board.name, date: meetingTime(startsAt) })}</p>}
        back={back}
      />
      {abilities.includes('report.freeze') ? (
        <FreezeAll
          lines={presentations}
          hrefOf={({ presentationId }) => `/reunions/${meetingId}?dossier=${presentationId}`}
        />
      ) : (
        <Notice tone="warning" actions={<LinkButton href={back.href}>{back.label}</LinkButton>}>
          <p>{t('freezeAll.denied')}</p>
        </Notice>
      )}
    </>
  );
}
