import { Toolbar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useCall, useCallActions, useCallScreen, type CallSide } from '../call-context.ts';
import { useMySeat } from '../use-me-in-call.ts';
import { CameraControl } from './camera-control.tsx';
import { ControlButton } from './control-button.tsx';
import styles from './controls.module.css';
import { CountMark } from './count-mark.tsx';
import { MicrophoneControl } from './microphone-control.tsx';
import { MoreMenu } from './more-menu.tsx';
import { canShare, ShareControl, TakeScreenDialog, useSharing } from './share-control.tsx';
import { useCannotHear } from './use-cannot-hear.ts';
import { useUnread } from './use-unread.ts';

/** Every command of the call: one stop of the Tab key, then the arrows. Source: SA-135 to SA-141. */
export function ControlBar({ bridge }: { bridge: string }) {
  const { t } = useTranslation('call');
  const call = useCallActions();
  const { side, setSide, layout, setLayout, poppedOut } = useCallScreen();
  const isRaised = typeof useMySeat()?.handRaisedAt === 'string';
  const waiting = useCall((state) => state.room?.waiting.length ?? 0);
  const unread = useUnread();
  const sharing = useSharing();
  const cannotHear = useCannotHear();
  const toggleSide = (wanted: CallSide) => setSide(side === wanted ? 'none' : wanted);
  return (
    <>
      <Toolbar aria-label={t('control.label')} className={styles.bar ?? ''}>
        <MicrophoneControl />
        <CameraControl />
        {canShare() && <ShareControl sharing={sharing} />}
        <ControlButton
          isCompact
          icon="hand"
          words={t(isRaised ? 'control.lowerHand' : 'control.raiseHand')}
          tone={isRaised ? 'on' : undefined}
          onPress={() => call.raiseHand(!isRaised)}
        />
        <ControlButton
          isCompact
          icon="opinion"
          words={t('control.chat')}
          isOpen={side === 'chat'}
          onPress={() => toggleSide('chat')}
        >
          <CountMark count={unread} words={t('control.unread', { count: unread })} />
        </ControlButton>
        <ControlButton
          isCompact
          icon="people"
          words={t('control.participants')}
          isOpen={side === 'participants'}
          onPress={() => toggleSide('participants')}
        >
          <CountMark count={waiting} words={t('control.waiting', { count: waiting })} />
        </ControlButton>
        <ControlButton
          icon="mute"
          words={t('control.cannotHear')}
          hint={t('control.cannotHearHint')}
          onPress={cannotHear}
        />
        {poppedOut === null && (
          <ControlButton
            isCompact
            icon={layout === 'stage' ? 'zoomOut' : 'zoomIn'}
            words={t(layout === 'stage' ? 'control.strip' : 'control.stage')}
            onPress={() => setLayout(layout === 'stage' ? 'strip' : 'stage')}
          />
        )}
        <MoreMenu bridge={bridge} />
        <ControlButton icon="hangUp" words={t('control.hangUp')} tone="danger" onPress={() => call.hangUp()} />
      </Toolbar>
      <TakeScreenDialog sharing={sharing} />
    </>
  );
}
