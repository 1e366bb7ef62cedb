import type { Participant } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { useCall } from '../call-context.ts';
import { cutFaces, mainSeat, orderFaces, whoShares } from './order-participants.ts';
import { SharedScreen } from './shared-screen.tsx';
import styles from './stage.module.css';
import { Tile } from './tile.tsx';
import { useSpoke } from './use-spoke.ts';

/** Faces under the main image, at most: the others are counted, and heard. */
const places = 8;
const nobody: readonly Participant[] = [];

/** The screen being shared, or who speaks, as large as can be; the other faces under it. */
export function Stage() {
  const { t } = useTranslation('call');
  const participants = useCall((state) => state.room?.participants ?? nobody);
  const chairId = useCall((state) => state.room?.chairId ?? null);
  const me = useCall((state) => state.participantId);
  const spoke = useSpoke();
  const sharing = whoShares(participants);
  const main = mainSeat(participants, spoke, chairId, me);
  const others = participants.filter((seat) => sharing !== null || seat !== main);
  const { faces, hidden } = cutFaces(orderFaces(others, spoke, me), places, me);
  return (
    <div className={styles.stage}>
      <div className={styles.main}>
        {sharing ? (
          <SharedScreen key={sharing.participantId} seat={sharing} />
        ) : (
          main && <Tile key={main.participantId} seat={main} size="large" />
        )}
      </div>
      {faces.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a row that scrolls is scrolled by keys too.
        <ul className={styles.film} tabIndex={0} aria-label={t('area.faces')}>
          {faces.map((seat) => (
            <li key={seat.participantId}>
              <Tile seat={seat} size="small" />
            </li>
          ))}
          {hidden > 0 && <li className={styles.hidden}>{t('area.more', { count: hidden })}</li>}
        </ul>
      )}
    </div>
  );
}
