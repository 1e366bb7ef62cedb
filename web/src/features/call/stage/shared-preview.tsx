import type { Participant } from '@concertation/shared/contracts';
import { useRef } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../ui/index.ts';
import { useCall, useCallScreen } from '../call-context.ts';
import styles from './strip.module.css';
import { TrackVideo } from './track-video.tsx';
import { useShownVideo } from './use-shown-video.ts';

/** The shared screen among the faces; a press shows it large. */
export function SharedPreview({ seat: { participantId, name } }: { seat: Participant }) {
  const { t } = useTranslation('call');
  const { setLayout } = useCallScreen();
  const preview = useRef<HTMLButtonElement>(null);
  const track = useCall((state) => state.tracks.get(participantId)?.screen);
  const mine = useCall((state) => state.participantId === participantId);
  useShownVideo(preview, participantId, 'screen');
  return (
    <Button ref={preview} className={styles.screen ?? ''} onPress={() => setLayout('stage')}>
      {track && <TrackVideo track={track} className={styles.video} />}
      <span className={styles.words}>
        <Icon name="screen" size={16} />
        {mine ? t('tile.myScreen') : t('tile.screenOf', { name })}
      </span>
    </Button>
  );
}
