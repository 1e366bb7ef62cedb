import type { BoardMeeting } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/index.ts';
import { EmptyState, ErrorNotice, SelectField, Spinner, useFormats } from '../../ui/index.ts';
import { openDates } from './open-dates.ts';

/** Chooses one of a board's dates. `value` null: none chosen yet, or none that registers. */
export function BoardDates({
  boardId,
  runs,
  value,
  onChange,
}: {
  boardId: string;
  runs: boolean;
  value: string | null;
  onChange: (meetingId: string) => void;
}) {
  const { t } = useTranslation('presenting');
  const { meetingTime } = useFormats();
  const read = useRead('listBoardMeetings', { params: { boardId } });
  if (read.error) return <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <Spinner size="block" label={t('dates.loading')} />;
  const open = openDates(read.data, runs);
  if (open.length === 0) return <EmptyState title={t('dates.none')}>{t('dates.noneWords')}</EmptyState>;
  const words = ({ startsAt, placesLeft, registers }: BoardMeeting) => {
    if (!registers) return t('dates.late', { date: meetingTime(startsAt) });
    return placesLeft === null
      ? meetingTime(startsAt)
      : t('dates.places', { date: meetingTime(startsAt), count: placesLeft });
  };
  return (
    <SelectField
      label={t('dates.label')}
      isRequired
      placeholder={t('dates.choose')}
      choices={open.map((meeting) => ({ id: meeting.meetingId, label: words(meeting) }))}
      value={open.some(({ meetingId }) => meetingId === value) ? value : null}
      onChange={onChange}
    />
  );
}
