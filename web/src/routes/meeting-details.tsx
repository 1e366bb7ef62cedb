import type { MeetingDetail } from '@concertation/shared/contracts';
import { ConnectionsPanel, GuestsPanel, RatingsPanel } from '../features/guests/index.ts';
import { MeetingDetailsPanel } from '../features/planning/index.ts';
import styles from './pages.module.css';

/** What is known of a meeting beside its cases; for who runs it, its guests, everybody's connection, how the call was found. */
export function MeetingDetails({ meeting }: { meeting: MeetingDetail }) {
  const runs = meeting.abilities.includes('meeting.run');
  const isOver = meeting.state === 'closed' || meeting.state === 'cancelled';
  const wasCall = meeting.state === 'closed' && meeting.video.mode === 'product';
  return (
    <div className={styles.stack}>
      <MeetingDetailsPanel meeting={meeting} />
      {runs && <GuestsPanel meeting={meeting} />}
      {runs && !isOver && <ConnectionsPanel meeting={meeting} />}
      {runs && wasCall && <RatingsPanel meeting={meeting} />}
    </div>
  );
}
