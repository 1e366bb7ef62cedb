import type { MeetingDetail, PresentationLine } from '@concertation/shared/contracts';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { presentPatientName } from '../../lib/index.ts';
import { mayRun } from './use-meeting.ts';

type Announce = (sentence: string) => void;

/** Tells assistive technology each time the meeting goes to another case. */
export function useAnnouncedMoves(
  discussed: PresentationLine | null,
  lines: readonly PresentationLine[],
  follows: boolean,
  announce: Announce,
): void {
  const { t } = useTranslation('meetings');
  const id = discussed?.presentationId ?? null;
  const previous = useRef(id);
  useEffect(() => {
    if (previous.current === id) return;
    previous.current = id;
    if (!discussed) return;
    const name = presentPatientName(discussed.patient);
    const place = lines.findIndex((line) => line.presentationId === id) + 1;
    announce(
      follows
        ? t('follow.announceCurrent', { name, place, count: lines.length })
        : t('follow.announceElsewhere', { name }),
    );
  });
}

/** While the meeting runs, tells who arrives to those who run it, and to nobody else; never one's own arrival. */
export function useAnnouncedArrivals(meeting: MeetingDetail, me: string, announce: Announce): void {
  const { t } = useTranslation('meetings');
  const here = meeting.attendance.filter((line) => line.source === 'connection' && line.leftAt === null);
  const known = useRef(new Set(here.map((line) => line.attendanceId)));
  useEffect(() => {
    const arrived = here.filter((line) => !known.current.has(line.attendanceId) && line.name !== me);
    known.current = new Set(here.map((line) => line.attendanceId));
    if (arrived.length === 0 || !mayRun(meeting) || meeting.state !== 'running') return;
    announce(
      t('people.announceArrival', { count: arrived.length, names: arrived.map((line) => line.name).join(', ') }),
    );
  });
}
