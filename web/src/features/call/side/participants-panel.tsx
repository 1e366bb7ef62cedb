import type { Participant } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { Button, CheckboxField } from '../../../ui/index.ts';
import { useCall, useCallActions } from '../call-context.ts';
import { orderByHand, whoShares } from '../stage/order-participants.ts';
import { useModerates } from '../use-me-in-call.ts';
import { ParticipantRow } from './participant-row.tsx';
import { SidePanel } from './side-panel.tsx';
import styles from './side.module.css';
import { WaitingGuests } from './waiting-guests.tsx';

const nobody: readonly Participant[] = [];

/** Who is there, hands first; for who moderates, the door, the microphones and the shared screen. Source: CM-31. */
export function ParticipantsPanel() {
  const { t } = useTranslation('call');
  const call = useCallActions();
  const participants = useCall((state) => state.room?.participants ?? nobody);
  const locked = useCall((state) => state.room?.locked ?? false);
  const me = useCall((state) => state.participantId);
  const moderates = useModerates();
  const sharing = whoShares(participants);
  return (
    <SidePanel
      title={t('participants.title')}
      closeLabel={t('participants.close')}
      foot={
        moderates ? (
          <div className={styles.stack}>
            <div className={styles.buttons}>
              <Button size="small" icon="microphoneOff" onPress={() => call.mute(null)}>
                {t('participants.muteAll')}
              </Button>
              {sharing && sharing.participantId !== me && (
                <Button size="small" icon="screen" onPress={() => call.stopScreen()}>
                  {t('participants.stopScreen')}
                </Button>
              )}
            </div>
            <div>
              <CheckboxField isSelected={locked} onChange={(wanted) => call.lock(wanted)}>
                {t('participants.lock')}
              </CheckboxField>
              <p className={styles.hint}>{t('participants.lockHint')}</p>
            </div>
          </div>
        ) : undefined
      }
    >
      <div className={styles.stack}>
        {moderates && <WaitingGuests />}
        <p className={styles.hint}>{t('participants.count', { count: participants.length })}</p>
        <ul aria-label={t('participants.inside')}>
          {orderByHand(participants).map((seat) => (
            <ParticipantRow key={seat.participantId} seat={seat} moderates={moderates} />
          ))}
        </ul>
      </div>
    </SidePanel>
  );
}
