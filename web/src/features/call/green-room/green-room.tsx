import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/index.ts';
import { readSetting, writeSetting } from '../../../lib/index.ts';
import { Button, CheckboxField, Dialog, Icon, Notice, Spinner } from '../../../ui/index.ts';
import { type CallMeeting, useCall, useCallScreen } from '../call-context.ts';
import type { CallClient } from '../call-state.ts';
import { useErrorWords } from '../use-error-words.ts';
import { DeviceFields } from './device-fields.tsx';
import { DeviceProblems } from './device-problems.tsx';
import styles from './green-room.module.css';
import { LevelMeter } from './level-meter.tsx';
import { Preview } from './preview.tsx';
import { startsMuted } from './starts-muted.ts';

const cameraSetting = 'call.camera';

/** The dialog starts at « Rejoindre »: two presses from the list to the sound, with the keyboard too. */
function focusOnce(button: HTMLButtonElement | null): void {
  button?.focus();
}

function Choices({ client, meeting }: { client: CallClient; meeting: CallMeeting }) {
  const { t } = useTranslation('call');
  const { setGreenRoom, setMeeting, setLayout, setSide } = useCallScreen();
  const { meetingId } = meeting;
  const { data } = useRead('readCall', { params: { meetingId } });
  const problems = useCall((state) => state.devices.problems);
  const phase = useCall((state) => state.phase);
  const error = useCall((state) => state.error);
  const inOther = useCall((state) => state.meetingId !== null && state.meetingId !== meetingId && state.room !== null);
  const words = useErrorWords();
  const [camera, setCamera] = useState(readSetting(cameraSetting) !== 'off');
  const [mutes, setMutes] = useState<boolean | null>(null);
  const inside = data?.inside.length ?? 0;
  const muted = mutes ?? startsMuted(inside);
  const deaf = problems.microphone !== undefined;

  useEffect(() => void client.prepare({ microphone: true, camera }), [client, camera]);

  function choose(on: boolean): void {
    writeSetting(cameraSetting, on ? null : 'off');
    setCamera(on);
  }

  async function join(withCamera: boolean): Promise<void> {
    setMeeting(meeting);
    setLayout('strip');
    setSide('none');
    await client.join(meetingId, { microphone: deaf ? 'off' : muted ? 'muted' : 'live', camera: withCamera });
    if (client.snapshot().error === null) setGreenRoom(false);
  }

  return (
    <>
      <div className={styles.columns}>
        <div className={styles.stack}>
          <Preview wanted={camera} />
          <LevelMeter />
          <CheckboxField isSelected={camera} onChange={choose}>
            {t('greenRoom.withCamera')}
          </CheckboxField>
          {!deaf && (
            <CheckboxField isSelected={muted} onChange={setMutes}>
              {t('greenRoom.muted')}
            </CheckboxField>
          )}
          {startsMuted(inside) && mutes === null && (
            <p className={styles.hint}>{t('greenRoom.manyInside', { count: inside })}</p>
          )}
        </div>
        <div className={styles.stack}>
          <DeviceFields />
          <DeviceProblems onRetry={() => void client.prepare({ microphone: true, camera })} />
          {data?.waits === true && <p className={styles.hint}>{t('greenRoom.waits')}</p>}
          {inOther && <p className={styles.hint}>{t('greenRoom.leavesOther')}</p>}
          <p className={styles.hint}>{t('greenRoom.comfort')}</p>
        </div>
      </div>
      {error !== null && phase === 'idle' && (
        <Notice tone="danger">
          <p>{words(error)}</p>
        </Notice>
      )}
      <div className={styles.actions}>
        <p className={styles.recording}>
          <Icon name="lock" size={16} />
          {t('greenRoom.noRecording')}
        </p>
        {camera && problems.camera === undefined && (
          <Button isPending={phase === 'joining'} onPress={() => void join(false)}>
            {t('greenRoom.joinWithoutCamera')}
          </Button>
        )}
        <Button
          variant="primary"
          icon="camera"
          ref={focusOnce}
          isPending={phase === 'joining'}
          onPress={() => void join(camera && problems.camera === undefined)}
        >
          {t(deaf ? 'greenRoom.joinToListen' : 'greenRoom.join')}
        </Button>
      </div>
    </>
  );
}

/** Before the call: what others will see, the level of the voice, devices remembered by this browser. Never blocking. Source: OO-17, OO-22, OO-23, SC-86, SC-88, SC-93. */
export function GreenRoom({ meeting, onClose }: { meeting: CallMeeting; onClose: () => void }) {
  const { t } = useTranslation('call');
  const { client, load } = useCallScreen();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (client || failed) return;
    load().catch(() => setFailed(true));
  }, [client, failed, load]);
  return (
    <Dialog title={t('greenRoom.title')} size="large" isOpen onClose={onClose}>
      {client && <Choices client={client} meeting={meeting} />}
      {!client && !failed && <Spinner size="block" label={t('greenRoom.opening')} />}
      {!client && failed && (
        <Notice
          tone="danger"
          actions={
            <Button size="small" onPress={() => setFailed(false)}>
              {t('greenRoom.retry')}
            </Button>
          }
        >
          <p>{t('greenRoom.failed')}</p>
        </Notice>
      )}
    </Dialog>
  );
}
