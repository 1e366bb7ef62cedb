import type { Participant } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { Icon, VisuallyHidden } from '../../../ui/index.ts';
import styles from './tile.module.css';

/** In the corner of a face: a raised hand, a closed microphone, a connection that is not good. Each also in words. */
export function TileMarks({ seat, size }: { seat: Participant; size: 'small' | 'medium' | 'large' }) {
  const { t } = useTranslation('call');
  const { handRaisedAt, sources, quality, connected } = seat;
  const isMuted = !sources.microphone || sources.microphone.paused;
  const isWeak = connected && (quality === 'fair' || quality === 'poor');
  return (
    <span className={styles.marks}>
      {handRaisedAt !== null && (
        <span className={styles.hand}>
          <Icon name="hand" size={16} />
          {size === 'small' ? <VisuallyHidden>{t('tile.hand')}</VisuallyHidden> : t('tile.hand')}
        </span>
      )}
      {isMuted && (
        <span className={styles.mark}>
          <Icon name="microphoneOff" size={16} />
          <VisuallyHidden>{t(sources.microphone ? 'tile.muted' : 'tile.noMicrophone')}</VisuallyHidden>
        </span>
      )}
      {isWeak && (
        <span className={styles.mark}>
          <Icon name="connection" size={16} />
          {size === 'small' ? (
            <VisuallyHidden>{t(`tile.quality_${quality}`)}</VisuallyHidden>
          ) : (
            t(`tile.quality_${quality}`)
          )}
        </span>
      )}
    </span>
  );
}
