import type { MeetingDetail } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download, useCommand, useRead } from '../../../api/index.ts';
import { Button, ErrorNotice, Menu, type MenuEntry, useToast } from '../../../ui/index.ts';
import styles from '../planning.module.css';
import { AnnounceDialog } from './announce-dialog.tsx';
import { CancelMeetingDialog } from './cancel-meeting-dialog.tsx';
import { EditMeetingDialog } from './edit-meeting-dialog.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { isClosedToPresenters } from './meeting-facts.tsx';

type Question = 'edit' | 'invite' | 'announce' | 'cancel';

/** « Ajouter à mon agenda »: the event as a file. Source: OO-30, OO-42. */
function AddToDiary({ meetingId }: { meetingId: string }) {
  const { t } = useTranslation('planning');
  const { show } = useToast();
  const [isPending, setPending] = useState(false);
  const save = async () => {
    setPending(true);
    try {
      await download('readMeetingCalendar', { params: { meetingId } }, 'reunion.ics');
    } catch (error) {
      show({ tone: 'danger', message: error instanceof Error ? error.message : t('actions.notSaved') });
    } finally {
      setPending(false);
    }
  };
  return (
    <Button size="small" icon="calendar" isPending={isPending} onPress={() => void save()}>
      {t('actions.diary')}
    </Button>
  );
}

/** « Ouvrir la réunion », and the other commands of who runs it while it is not over. */
function RunActions({ meeting }: { meeting: MeetingDetail }) {
  const { t } = useTranslation('planning');
  const { show } = useToast();
  const { meetingId, state, revision } = meeting;
  const [question, setQuestion] = useState<Question | null>(null);
  const board = useRead('readBoard', { params: { boardId: meeting.board.boardId } });
  const open = useCommand('openMeeting', { refreshes: ['readMeeting', 'listMeetings', 'listBoardMeetings'] });
  const update = useCommand('updateMeeting', { refreshes: ['readMeeting', 'listBoardMeetings'] });
  const closed = isClosedToPresenters(meeting);
  const close = () => setQuestion(null);
  const closeRegistrations = () =>
    update.mutate(
      { params: { meetingId }, body: { revision, registrationsClosed: !closed } },
      { onSuccess: () => show({ tone: 'success', message: t(closed ? 'actions.reopened' : 'actions.closed') }) },
    );
  const entries: MenuEntry[] = [];
  if (state === 'planned' && !meeting.fictitious)
    entries.push({
      id: 'registrations',
      label: t(closed ? 'actions.reopen' : 'actions.close'),
      icon: 'lock',
      onAction: closeRegistrations,
    });
  if (board.data?.settings.admitsGuests)
    entries.push({ id: 'invite', label: t('actions.invite'), icon: 'person', onAction: () => setQuestion('invite') });
  entries.push({ id: 'announce', label: t('actions.announce'), icon: 'mail', onAction: () => setQuestion('announce') });
  if (state === 'planned' || state === 'open')
    entries.push({
      id: 'cancel',
      label: t('actions.cancel'),
      icon: 'close',
      isDangerous: true,
      onAction: () => setQuestion('cancel'),
    });
  return (
    <>
      {state === 'planned' && (
        <Button
          variant="primary"
          size="small"
          isPending={open.isPending}
          onPress={() =>
            open.mutate(
              { params: { meetingId } },
              { onSuccess: () => show({ tone: 'success', message: t('actions.opened') }) },
            )
          }
        >
          {t('actions.open')}
        </Button>
      )}
      <Button size="small" icon="edit" onPress={() => setQuestion('edit')}>
        {t('actions.edit')}
      </Button>
      <Menu
        label={t('actions.more')}
        trigger={
          <Button size="small" icon="more" isPending={update.isPending}>
            {t('actions.more')}
          </Button>
        }
        groups={[{ id: 'actions', entries }]}
      />
      {open.error && <ErrorNotice error={open.error} />}
      {update.error && <ErrorNotice error={update.error} />}
      {question === 'edit' && <EditMeetingDialog meeting={meeting} onClose={close} />}
      {question === 'invite' && <InviteDialog meetingId={meetingId} onClose={close} />}
      {question === 'announce' && <AnnounceDialog meetingId={meetingId} onClose={close} />}
      {question === 'cancel' && <CancelMeetingDialog meeting={meeting} onClose={close} />}
    </>
  );
}

/** What may be done of a meeting's date, by each according to their rights. */
export function MeetingActions({ meeting }: { meeting: MeetingDetail }) {
  const isOver = meeting.state === 'closed' || meeting.state === 'cancelled';
  const runs = meeting.abilities.includes('meeting.run') && !isOver;
  if (isOver) return null;
  return (
    <div className={styles.actions}>
      {runs && <RunActions meeting={meeting} />}
      <AddToDiary meetingId={meeting.meetingId} />
    </div>
  );
}
