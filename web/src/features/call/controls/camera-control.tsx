import { useTranslation } from 'react-i18next';
import { useCall, useCallActions } from '../call-context.ts';
import { ControlButton } from './control-button.tsx';
import styles from './controls.module.css';
import { DeviceMenu } from './device-menu.tsx';
import { callModifier } from './use-call-keys.ts';

/** « Couper / Activer / Sélectionner une caméra ». Source: SA-138, OO-17. */
export function CameraControl() {
  const { t } = useTranslation('call');
  const call = useCallActions();
  const camera = useCall((state) => state.camera);
  const isOff = camera === 'off';
  return (
    <span className={styles.split}>
      <ControlButton
        isCompact
        icon={isOff ? 'cameraOff' : 'camera'}
        does={t(`control.camera_${camera}`)}
        words={t(`control.cameraIs_${camera}`)}
        shortcut={`${callModifier}+E`}
        onPress={() => void call.setCamera(isOff)}
      />
      <DeviceMenu kind="camera" label={t('control.chooseCamera')} />
    </span>
  );
}
