import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog } from '../../../ui/index.ts';
import { useCall, useCallActions } from '../call-context.ts';
import { whoShares } from '../stage/order-participants.ts';
import { useModerates } from '../use-me-in-call.ts';
import { ControlButton } from './control-button.tsx';

/** Sharing one's screen: one at a time, said who has it, and taken over only by who runs the meeting. Source: OO-04, OO-39, SA-135. */
export function useSharing() {
  const call = useCallActions();
  const isLive = useCall((state) => state.screen === 'live');
  const me = useCall((state) => state.participantId);
  const holder = useCall((state) => state.room && whoShares(state.room.participants));
  const [asks, setAsks] = useState(false);
  const taken = holder !== null && holder.participantId !== me ? holder : null;
  // The question falls with the share it was about.
  if (asks && !taken) setAsks(false);
  const start = () => (taken ? setAsks(true) : void call.shareScreen(false));
  return { isLive, toggle: () => (isLive ? call.stopSharing() : start()), asks, taken, close: () => setAsks(false) };
}

/** A telephone's browser has no screen to share. */
export const canShare = () => 'mediaDevices' in navigator && 'getDisplayMedia' in navigator.mediaDevices;

export function TakeScreenDialog({ sharing: { asks, taken, close } }: { sharing: ReturnType<typeof useSharing> }) {
  const { t } = useTranslation('call');
  const call = useCallActions();
  const moderates = useModerates();
  const name = taken?.name ?? '';
  return (
    <Dialog
      title={t('take.title')}
      role="alertdialog"
      isOpen={asks && taken !== null}
      onClose={close}
      actions={
        moderates ? (
          <>
            <Button onPress={close}>{t('take.cancel')}</Button>
            <Button
              variant="primary"
              onPress={() => {
                close();
                void call.shareScreen(true);
              }}
            >
              {t('take.confirm')}
            </Button>
          </>
        ) : (
          <Button variant="primary" onPress={close}>
            {t('take.understood')}
          </Button>
        )
      }
    >
      <p>{t(moderates ? 'take.ask' : 'take.words', { name })}</p>
    </Dialog>
  );
}

export function ShareControl({ sharing }: { sharing: ReturnType<typeof useSharing> }) {
  const { t } = useTranslation('call');
  return (
    <ControlButton
      isCompact
      icon="screen"
      words={t(sharing.isLive ? 'control.stopSharing' : 'control.share')}
      tone={sharing.isLive ? 'on' : undefined}
      onPress={sharing.toggle}
    />
  );
}
