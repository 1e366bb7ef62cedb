import { useTranslation } from 'react-i18next';
import { Button, Dialog } from '../../../ui/index.ts';
import { useCall, useCallActions } from '../call-context.ts';
import { DeviceFields } from './device-fields.tsx';
import { DeviceProblems } from './device-problems.tsx';
import styles from './green-room.module.css';
import { LevelMeter } from './level-meter.tsx';

/** « Gérer vos paramètres avancés », during the call. Source: SA-136. */
export function SettingsDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('call');
  const call = useCallActions();
  const camera = useCall((state) => state.camera !== 'off');
  return (
    <Dialog
      title={t('greenRoom.settings')}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <Button variant="primary" onPress={onClose}>
          {t('greenRoom.done')}
        </Button>
      }
    >
      <div className={styles.stack}>
        <p className={styles.hint}>{t('greenRoom.settingsWords')}</p>
        <LevelMeter />
        <DeviceFields />
        <DeviceProblems isInside onRetry={() => void call.prepare({ microphone: true, camera })} />
      </div>
    </Dialog>
  );
}
