import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { Button, LinkButton } from '../../../ui/index.ts';
import { useCall, useCallActions, useCallScreen } from '../call-context.ts';
import { CannotHear } from '../inside/cannot-hear.tsx';
import { mainSeat } from '../stage/order-participants.ts';
import { Tile } from '../stage/tile.tsx';
import { useSpoke } from '../stage/use-spoke.ts';
import styles from './dock.module.css';

/** The call on the other pages of the product: who speaks, the microphone, hang up, the way back. */
export function CallDock() {
  const { t } = useTranslation('call');
  const { meeting } = useCallScreen();
  const { pathname } = useLocation();
  const meetingId = useCall((state) => state.meetingId);
  if (pathname === `/reunions/${meetingId}`) return null;
  return (
    <section className={styles.dock} aria-label={t('dock.label')}>
      <CannotHear />
      <Face />
      <div className={styles.words}>
        <p className={styles.name}>{meeting?.boardName ?? t('dock.nobody')}</p>
        <div className={styles.buttons}>
          <Commands />
          <LinkButton size="small" variant="primary" href={`/reunions/${meetingId}`}>
            {t('dock.back')}
          </LinkButton>
        </div>
      </div>
    </section>
  );
}

function Face() {
  const room = useCall((state) => state.room);
  const me = useCall((state) => state.participantId);
  const spoke = useSpoke();
  const seat = room && mainSeat(room.participants, spoke, room.chairId, me);
  return seat && <Tile key={seat.participantId} seat={seat} size="small" />;
}

function Commands() {
  const { t } = useTranslation('call');
  const call = useCallActions();
  const microphone = useCall((state) => state.microphone);
  const isLive = microphone === 'live';
  return (
    <>
      <Button
        size="small"
        icon={isLive ? 'microphone' : 'microphoneOff'}
        aria-label={t(`control.microphone_${microphone}`)}
        onPress={() => void call.setMicrophone(!isLive)}
      />
      <Button
        size="small"
        variant="danger"
        icon="hangUp"
        aria-label={t('control.hangUp')}
        onPress={() => call.hangUp()}
      />
    </>
  );
}
