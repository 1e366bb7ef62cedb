import type { MeetingDetail } from '@concertation/shared/contracts';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/index.ts';
import { formatDate, parseTypedDate } from '../../../lib/index.ts';
import { Button, Dialog, ErrorNotice, Notice, useToast } from '../../../ui/index.ts';
import { focusFirstWrong } from '../form/focus-first-wrong.ts';
import { type PlanProblems, readDuration, readTime, toVideo } from '../form/plan-draft.ts';
import { serverProblems } from '../form/server-problems.ts';
import { VideoFields } from '../form/video-fields.tsx';
import { wallClockOf } from '../form/wall-clock.ts';
import { WhenFields } from '../form/when-fields.tsx';
import styles from '../planning.module.css';

const draftOf = ({ startsAt, timeZone, durationMinutes, video, revision }: MeetingDetail) => {
  const [day = '', time = ''] = wallClockOf(startsAt, timeZone).split('T');
  return { date: formatDate(day), time, duration: String(durationMinutes), video, revision };
};

/**
 * « Modifier »: date, length and means of access. Mounted anew each time it opens; when somebody changed the meeting
 * meanwhile, it says so, keeps what was typed, and the next try is made knowingly.
 */
export function EditMeetingDialog({ meeting, onClose }: { meeting: MeetingDetail; onClose: () => void }) {
  const { t } = useTranslation('planning');
  const { show } = useToast();
  const form = useId();
  const [draft, setDraft] = useState(() => draftOf(meeting));
  const [problems, setProblems] = useState<PlanProblems>({});
  const update = useCommand('updateMeeting', { refreshes: ['readMeeting', 'listBoardMeetings', 'listMeetings'] });
  const { meetingId, timeZone } = meeting;
  const isRunning = meeting.state === 'running';

  const change = (part: Partial<typeof draft>) => {
    setDraft((known) => ({ ...known, ...part }));
    setProblems({});
  };

  function refuse(found: PlanProblems): void {
    setProblems(found);
    focusFirstWrong(form);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (update.isPending) return;
    const date = parseTypedDate(draft.date);
    const durationMinutes = readDuration(draft.duration);
    const video = toVideo(draft.video);
    const found: PlanProblems = {};
    if (!date) found.date = 'date';
    const time = readTime(draft.time);
    if (!time) found.time = 'time';
    if (durationMinutes === null) found.duration = 'duration';
    if ((video.mode === 'link' || video.mode === 'audio') && !video.details) found.details = 'details';
    if (durationMinutes === null || Object.keys(found).length > 0) return refuse(found);
    const when = isRunning ? {} : { startsAt: `${date}T${time}` };
    update.mutate(
      { params: { meetingId }, body: { revision: draft.revision, durationMinutes, video, ...when } },
      {
        onSuccess: () => {
          show({ tone: 'success', message: t('edit.done') });
          onClose();
        },
        onError: (error) => refuse(serverProblems(error) ?? {}),
      },
    );
  }

  const outdated = draft.revision !== meeting.revision;
  return (
    <Dialog
      isOpen
      title={t('edit.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('plan.cancel')}</Button>
          <Button variant="primary" type="submit" form={form} isPending={update.isPending}>
            {t('edit.confirm')}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit} noValidate>
        <WhenFields draft={draft} onChange={change} problems={problems} timeZone={timeZone} isDateFixed={isRunning} />
        <VideoFields
          value={draft.video}
          onChange={(video) => change({ video })}
          error={problems.details ? t(`problem.${problems.details}`) : null}
        />
        <p className={styles.soft}>{t('edit.told')}</p>
      </form>
      {outdated && (
        <Notice
          tone="warning"
          title={t('edit.stale')}
          actions={
            <Button size="small" onPress={() => setDraft((known) => ({ ...known, revision: meeting.revision }))}>
              {t('edit.keepMine')}
            </Button>
          }
        />
      )}
      {update.error && update.error.code !== 'stale' && !serverProblems(update.error) && (
        <ErrorNotice error={update.error} />
      )}
    </Dialog>
  );
}
