import { Toolbar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { MenuEntry } from '../../../ui/index.ts';
import { useCall, useCallActions, useCallScreen } from '../call-context.ts';
import { useMySeat } from '../use-me-in-call.ts';
import { CameraControl } from './camera-control.tsx';
import { ControlButton } from './control-button.tsx';
import styles from './controls.module.css';
import { MicrophoneControl } from './microphone-control.tsx';
import { MoreMenu } from './more-menu.tsx';
import { canShare, TakeScreenDialog, useSharing } from './share-control.tsx';
import { useCannotHear } from './use-cannot-hear.ts';
import { useUnread } from './use-unread.ts';

/** The commands on a telephone: microphone, camera, hand, hang up; the others under « Plus ». */
export function CompactBar({ bridge }: { bridge: string }) {
  const { t } = useTranslation('call');
  const call = useCallActions();
  const { setSide } = useCallScreen();
  const isRaised = typeof useMySeat()?.handRaisedAt === 'string';
  const waiting = useCall((state) => state.room?.waiting.length ?? 0);
  const unread = useUnread();
  const sharing = useSharing();
  const cannotHear = useCannotHear();
  const counted = (words: string, count: number) => (count > 0 ? `${words} (${count})` : words);
  const first: MenuEntry[] = [
    { id: 'chat', icon: 'opinion', label: counted(t('control.chat'), unread), onAction: () => setSide('chat') },
    {
      id: 'participants',
      icon: 'people',
      label: counted(t('control.participants'), waiting),
      onAction: () => setSide('participants'),
    },
    { id: 'cannotHear', icon: 'mute', label: t('control.cannotHear'), onAction: cannotHear },
  ];
  if (canShare())
    first.push({
      id: 'share',
      icon: 'screen',
      label: t(sharing.isLive ? 'control.stopSharing' : 'control.share'),
      onAction: sharing.toggle,
    });
  return (
    <>
      <Toolbar aria-label={t('control.label')} className={styles.bar ?? ''}>
        <MicrophoneControl />
        <CameraControl />
        <ControlButton
          isCompact
          icon="hand"
          words={t(isRaised ? 'control.lowerHand' : 'control.raiseHand')}
          tone={isRaised ? 'on' : undefined}
          onPress={() => call.raiseHand(!isRaised)}
        />
        <MoreMenu bridge={bridge} first={first} count={unread + waiting} />
        <ControlButton
          isCompact
          icon="hangUp"
          words={t('control.hangUp')}
          tone="danger"
          onPress={() => call.hangUp()}
        />
      </Toolbar>
      <TakeScreenDialog sharing={sharing} />
    </>
  );
}
