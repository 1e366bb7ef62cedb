import type { Participant } from '@concertation/shared/contracts';
import { type CSSProperties, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Icon, Spinner } from '../../../ui/index.ts';
import { useCall } from '../call-context.ts';
import { Pointers } from './pointers.tsx';
import styles from './stage.module.css';
import { TrackVideo } from './track-video.tsx';
import { usePointing } from './use-pointing.ts';
import { useShownVideo } from './use-shown-video.ts';

/** The one screen being shared, with the pointers of those who show a place on it. Source: OO-04, OO-39, OO-40, SA-135. */
export function SharedScreen({ seat: { participantId, name } }: { seat: Participant }) {
  const { t } = useTranslation('call');
  const surface = useRef<HTMLDivElement>(null);
  const track = useCall((state) => state.tracks.get(participantId)?.screen);
  const mine = useCall((state) => state.participantId === participantId);
  const [ratio, setRatio] = useState(16 / 9);
  const [points, setPoints] = useState(false);
  const { place, handlers } = usePointing(points);
  useShownVideo(surface, participantId, 'screen');
  return (
    <figure className={styles.screen}>
      <figcaption className={styles.title}>
        <Icon name="screen" size={16} />
        {mine ? t('tile.myScreen') : t('tile.screenOf', { name })}
      </figcaption>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the image is pointed at as a whole; keys do what the mouse does. */}
      <div
        ref={surface}
        className={styles.surface}
        style={{ '--ratio': ratio } as CSSProperties}
        data-points={points || undefined}
        {...(points ? { tabIndex: 0, role: 'application', 'aria-label': t('pointer.surface'), ...handlers } : {})}
      >
        {track ? (
          <TrackVideo track={track} className={styles.video} onRatio={setRatio} />
        ) : (
          <Spinner size="block" label={t('tile.screenOf', { name })} />
        )}
        <Pointers mine={place} />
      </div>
      <span className={styles.tools}>
        <Button
          size="small"
          icon="pointer"
          variant={points ? 'primary' : 'secondary'}
          aria-pressed={points}
          aria-description={t('pointer.hint')}
          onPress={() => {
            setPoints(!points);
            if (!points) requestAnimationFrame(() => surface.current?.focus());
          }}
        >
          {t('pointer.tool')}
        </Button>
      </span>
    </figure>
  );
}
