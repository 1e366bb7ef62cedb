import type { MeetingDetail, PresentationLine } from '@concertation/shared/contracts';
import { type ComponentType, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useRead } from '../../../api/index.ts';
import { presentPatientName } from '../../../lib/index.ts';
import { Button, Menu, type MenuEntry, useToast } from '../../../ui/index.ts';
import { isOver, mayRun } from '../use-meeting.ts';
import { MinutesDialog } from './minutes-dialog.tsx';
import { type CaseDialogProps, PostponeDialog } from './postpone-dialog.tsx';
import { RegistrationDialog } from './registration-dialog.tsx';
import { RemoveCaseDialog } from './remove-case-dialog.tsx';

const dialogs = {
  postpone: PostponeDialog,
  remove: RemoveCaseDialog,
  minutes: MinutesDialog,
  registration: RegistrationDialog,
} satisfies Record<string, ComponentType<CaseDialogProps>>;

/** What can be done with one case of the list, by who runs the meeting; by its presenter: postpone, withdraw. */
export function CaseMenu({ meeting, line }: { meeting: MeetingDetail; line: PresentationLine }) {
  const { t } = useTranslation('meetings');
  const { show } = useToast();
  const me = useRead('readMe');
  const [asked, setAsked] = useState<keyof typeof dialogs | null>(null);
  const update = useCommand('updatePresentation', { refreshes: ['readMeeting'] });
  const { meetingId } = meeting;
  const { presentationId, urgent, track, reportState } = line;
  const runs = mayRun(meeting) && !isOver(meeting);
  const presents = me.data?.accountId === line.presenter.accountId;
  const movable = (runs || presents) && (reportState === 'draft' || reportState === 'discussion');
  const sealed = reportState === 'frozen' || reportState === 'signed';

  function change(body: { urgent: boolean } | { track: 'discussion' }): void {
    update.mutate(
      { params: { meetingId, presentationId }, body },
      { onError: (error) => show({ tone: 'danger', message: error.message }) },
    );
  }

  const how: MenuEntry[] = [
    { id: 'minutes', label: t('menu.minutes'), onAction: () => setAsked('minutes') },
    { id: 'urgent', label: t(urgent ? 'menu.notUrgent' : 'menu.urgent'), onAction: () => change({ urgent: !urgent }) },
  ];
  if (!sealed)
    how.push(
      track === 'discussion'
        ? { id: 'track', label: t('menu.register'), onAction: () => setAsked('registration') }
        : { id: 'track', label: t('menu.discuss'), onAction: () => change({ track: 'discussion' }) },
    );
  const where: MenuEntry[] = [
    { id: 'postpone', label: t('menu.postpone'), icon: 'calendar', onAction: () => setAsked('postpone') },
    {
      id: 'remove',
      label: t('menu.remove'),
      icon: 'trash',
      isDangerous: true,
      onAction: () => setAsked('remove'),
    },
  ];
  const groups = [
    ...(runs ? [{ id: 'how', entries: how }] : []),
    ...(movable ? [{ id: 'where', entries: where }] : []),
  ];
  if (groups.length === 0) return null;
  const Asked = asked && dialogs[asked];
  const label = t('menu.label', { name: presentPatientName(line.patient) });
  return (
    <>
      <Menu
        label={label}
        trigger={<Button size="small" variant="quiet" icon="more" aria-label={label} />}
        groups={groups}
      />
      {Asked && <Asked meeting={meeting} line={line} onClose={() => setAsked(null)} />}
    </>
  );
}
