import type { MeetingDetail } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/index.ts';
import styles from '../planning.module.css';
import { AccessDetails } from './access-details.tsx';
import { MeetingActions } from './meeting-actions.tsx';
import { MeetingBanner } from './meeting-banner.tsx';
import { MeetingFacts } from './meeting-facts.tsx';

/** When and how a meeting is held, and what its secretary may do to it. Source: OO-31, OO-42, OO-43, SC-82. */
export function MeetingDetailsPanel({ meeting }: { meeting: MeetingDetail }) {
  const { t } = useTranslation('planning');
  const isOver = meeting.state === 'closed' || meeting.state === 'cancelled';
  return (
    <Panel id="details" title={t('meeting.title')}>
      <div className={styles.stack}>
        <MeetingBanner meeting={meeting} />
        <MeetingFacts meeting={meeting} />
        {!isOver && <AccessDetails meeting={meeting} />}
        <MeetingActions meeting={meeting} />
      </div>
    </Panel>
  );
}
