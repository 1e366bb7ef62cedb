import type { Participant } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, Button, Dialog, Menu, type MenuEntry } from '../../../ui/index.ts';
import { useCall, useCallActions } from '../call-context.ts';
import styles from './side.module.css';

/** Somebody in the call, with what is not well in words, and what who moderates may do. */
export function ParticipantRow({ seat, moderates }: { seat: Participant; moderates: boolean }) {
  const { t } = useTranslation('call');
  const call = useCallActions();
  const { participantId, name, specialty, standing, connected, handRaisedAt, sources, quality } = seat;
  const mine = useCall((state) => state.participantId === participantId);
  const isChair = useCall((state) => state.room?.chairId === participantId);
  const [removes, setRemoves] = useState(false);
  const isOpen = sources.microphone !== undefined && !sources.microphone.paused;
  const entries: MenuEntry[] = [];
  if (isOpen)
    entries.push({
      id: 'mute',
      icon: 'microphoneOff',
      label: t('participants.mute'),
      onAction: () => call.mute(participantId),
    });
  if (handRaisedAt !== null)
    entries.push({
      id: 'lowerHand',
      icon: 'hand',
      label: t('participants.lowerHand'),
      onAction: () => call.lowerHand(participantId),
    });
  if (standing !== 'moderator')
    entries.push({
      id: 'remove',
      icon: 'signOut',
      label: t('participants.remove'),
      isDangerous: true,
      onAction: () => setRemoves(true),
    });
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <span className={styles.name}>{mine ? t('tile.you', { name }) : name}</span>
        <span className={styles.detail}>
          {[specialty, isChair ? t('participants.chair') : '', standing === 'guest' ? t('participants.guest') : '']
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span className={styles.states}>
          {handRaisedAt !== null && <Badge tone="warning">{t('tile.hand')}</Badge>}
          {!connected && <Badge tone="danger">{t('tile.lost')}</Badge>}
          {!isOpen && <Badge>{t(sources.microphone ? 'tile.muted' : 'tile.noMicrophone')}</Badge>}
          {connected && (quality === 'fair' || quality === 'poor') && (
            <Badge tone="warning">{t(`tile.quality_${quality}`)}</Badge>
          )}
        </span>
      </div>
      {moderates && !mine && entries.length > 0 && (
        <Menu
          label={t('participants.actions', { name })}
          trigger={<Button size="small" variant="quiet" icon="more" aria-label={t('participants.actions', { name })} />}
          groups={[{ id: 'actions', entries }]}
        />
      )}
      <Dialog
        title={t('participants.removeTitle', { name })}
        role="alertdialog"
        isOpen={removes}
        onClose={() => setRemoves(false)}
        actions={
          <>
            <Button onPress={() => setRemoves(false)}>{t('participants.cancel')}</Button>
            <Button
              variant="danger"
              onPress={() => {
                setRemoves(false);
                call.remove(participantId);
              }}
            >
              {t('participants.confirmRemove')}
            </Button>
          </>
        }
      >
        <p>{t('participants.removeWords')}</p>
      </Dialog>
    </li>
  );
}
