import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, SelectField } from '../../../ui/index.ts';
import { useCall, useCallActions } from '../call-context.ts';
import type { DeviceKind } from '../call-state.ts';
import { useDeviceChoices } from '../controls/use-device-choices.ts';
import styles from './green-room.module.css';
import { playTestSound } from './play-test-sound.ts';

function DeviceField({ kind }: { kind: DeviceKind }) {
  const { t } = useTranslation('call');
  const call = useCallActions();
  const chosen = useCall((state) => state.devices.chosen[kind]);
  const { choices, toDevice } = useDeviceChoices(kind);
  const value = choices.some(({ id }) => id === chosen) ? chosen : 'system';
  return (
    <SelectField
      label={t(`greenRoom.${kind}`)}
      choices={choices}
      value={value}
      onChange={(choice) => void call.choose(kind, toDevice(choice))}
    />
  );
}

/** Microphone, camera and sound output, remembered by this browser; « Tester le son ». Source: SA-136, OO-14, SC-86. */
export function DeviceFields() {
  const { t } = useTranslation('call');
  const speaker = useCall((state) => state.devices.chosen.speaker);
  const [played, setPlayed] = useState(false);
  return (
    <>
      <DeviceField kind="microphone" />
      <DeviceField kind="camera" />
      <DeviceField kind="speaker" />
      <div className={styles.test}>
        <Button
          size="small"
          icon="play"
          onPress={() => {
            setPlayed(true);
            void playTestSound(speaker);
          }}
        >
          {t('greenRoom.testSound')}
        </Button>
        <output className={styles.hint}>{played && t('greenRoom.playing')}</output>
      </div>
    </>
  );
}
