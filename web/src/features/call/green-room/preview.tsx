import { useTranslation } from 'react-i18next';
import { Icon } from '../../../ui/index.ts';
import { useCall } from '../call-context.ts';
import { myPreview } from '../call-state.ts';
import { TrackVideo } from '../stage/track-video.tsx';
import styles from './green-room.module.css';

/** My camera, as in a mirror, before anybody sees it. */
export function Preview({ wanted }: { wanted: boolean }) {
  const { t } = useTranslation('call');
  const track = useCall((state) => state.tracks.get(state.participantId ?? myPreview)?.camera);
  const problem = useCall((state) => state.devices.problems.camera);
  return (
    <figure className={styles.preview}>
      {track && wanted ? (
        <TrackVideo track={track} className={styles.video} />
      ) : (
        <span className={styles.none}>
          <Icon name="cameraOff" size={32} />
          {wanted && problem === undefined ? t('greenRoom.cameraStarting') : t('greenRoom.noPreview')}
        </span>
      )}
      {track && wanted && <figcaption className={styles.caption}>{t('greenRoom.preview')}</figcaption>}
    </figure>
  );
}
