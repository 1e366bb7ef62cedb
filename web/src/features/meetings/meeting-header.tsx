import type { MeetingDetail } from '@concertation/shared/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, useFormats } from '../../ui/index.ts';
import styles from './meeting-header.module.css';

/** Which meeting this is, and what can be done on the whole of it. */
export function MeetingHeader({ meeting, children }: { meeting: MeetingDetail; children: ReactNode }) {
  const { t } = useTranslation('meetings');
  const { meetingTime } = useFormats();
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        <h1 className={styles.title}>{meeting.board.name}</h1>
        <p className={styles.when}>
          <span>{meetingTime(meeting.startsAt)}</span>
          <Badge tone={meeting.state === 'running' ? 'accent' : 'neutral'}>{t(`state.${meeting.state}`)}</Badge>
        </p>
      </div>
      {children}
    </header>
  );
}
