import { useTranslation } from 'react-i18next';
import { Button, Dialog } from '../../../ui/index.ts';
import { useCall, useCallActions } from '../call-context.ts';
import styles from './controls.module.css';

/** « Se connecter en pont téléphonique »: the number, and that everybody must then use it. Source: OO-15, OO-16, OO-37, SA-141. */
export function BridgeDialog({ details, isOpen, onClose }: { details: string; isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('call');
  const call = useCallActions();
  const isLive = useCall((state) => state.microphone === 'live');
  return (
    <Dialog
      title={t('bridge.title')}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          {isLive && <Button onPress={() => void call.setMicrophone(false)}>{t('bridge.mute')}</Button>}
          <Button variant="primary" onPress={onClose}>
            {t('bridge.close')}
          </Button>
        </>
      }
    >
      <p>{t('bridge.words')}</p>
      <p className={styles.number}>{details}</p>
      <ul className={styles.list}>
        <li>{t('bridge.all')}</li>
        <li>{t('bridge.attendance')}</li>
      </ul>
    </Dialog>
  );
}
