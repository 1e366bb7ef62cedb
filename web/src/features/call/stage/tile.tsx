import type { Participant } from '@concertation/shared/contracts';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { personInitials } from '../../../lib/index.ts';
import { classNames, Icon, VisuallyHidden } from '../../../ui/index.ts';
import { useCall } from '../call-context.ts';
import { TileMarks } from './tile-marks.tsx';
import styles from './tile.module.css';
import { TrackVideo } from './track-video.tsx';
import { useShownVideo } from './use-shown-video.ts';

/** One face: the camera or initials, name and specialty from the account, and in words what is not well. */
export function Tile({ seat, size }: { seat: Participant; size: 'small' | 'medium' | 'large' }) {
  const { t } = useTranslation('call');
  const { participantId, name, specialty, connected, sources } = seat;
  const tile = useRef<HTMLElement>(null);
  const track = useCall((state) => state.tracks.get(participantId)?.camera);
  const mine = useCall((state) => state.participantId === participantId);
  const speaks = useCall((state) => state.speaker === participantId);
  const saves = useCall((state) => state.reduced === 'no_video');
  useShownVideo(tile, participantId, 'camera');
  const hasCamera = sources.camera !== undefined && !sources.camera.paused;
  const shownName = mine ? t('tile.you', { name }) : name;
  return (
    <figure
      ref={tile}
      className={classNames(styles.tile, styles[size], speaks && styles.speaks, !connected && styles.lost)}
      data-seat={participantId}
    >
      {track && hasCamera ? (
        <TrackVideo track={track} className={classNames(styles.video, mine && styles.mirror)} />
      ) : (
        <span className={styles.initials} aria-hidden="true">
          {personInitials(name)}
        </span>
      )}
      <TileMarks seat={seat} size={size} />
      {!connected && (
        <span className={styles.away}>
          <Icon name="warning" size={16} />
          {t('tile.lost')}
        </span>
      )}
      {saves && hasCamera && !mine && size !== 'small' && <span className={styles.saved}>{t('tile.videoPaused')}</span>}
      <figcaption className={styles.caption}>
        {speaks && (
          <span className={styles.wave} aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
        )}
        <span className={styles.words}>
          <span className={styles.name}>{shownName}</span>
          {specialty && <span className={styles.specialty}>{specialty}</span>}
        </span>
        {speaks && <VisuallyHidden>, {t('tile.speaking')}</VisuallyHidden>}
      </figcaption>
    </figure>
  );
}
