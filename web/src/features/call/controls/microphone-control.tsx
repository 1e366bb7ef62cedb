import { type CSSProperties, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useCallActions } from '../call-context.ts';
import { ControlButton } from './control-button.tsx';
import styles from './controls.module.css';
import { DeviceMenu } from './device-menu.tsx';
import { callModifier } from './use-call-keys.ts';

/** Draws the microphone's level without drawing the screen again. */
function Level() {
  const bar = useRef<HTMLSpanElement>(null);
  const { onLevel } = useCallActions();
  useEffect(() => onLevel((level) => bar.current?.style.setProperty('--level', level.toFixed(2))), [onLevel]);
  return <span ref={bar} className={styles.level} style={{ '--level': 0 } as CSSProperties} aria-hidden="true" />;
}

/** « Couper / Activer / Sélectionner un micro ». Source: SA-137. */
export function MicrophoneControl() {
  const { t } = useTranslation('call');
  const call = useCallActions();
  const microphone = useCall((state) => state.microphone);
  const isLive = microphone === 'live';
  return (
    <span className={styles.split}>
      <ControlButton
        isCompact
        icon={isLive ? 'microphone' : 'microphoneOff'}
        does={t(`control.microphone_${microphone}`)}
        words={t(`control.microphoneIs_${microphone}`)}
        tone={isLive ? undefined : 'off'}
        shortcut={`${callModifier}+D`}
        onPress={() => void call.setMicrophone(!isLive)}
      >
        {isLive && <Level />}
      </ControlButton>
      <DeviceMenu kind="microphone" label={t('control.chooseMicrophone')} />
    </span>
  );
}
