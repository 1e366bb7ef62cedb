import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useCallScreen } from '../call-context.ts';
import styles from './pop-out.module.css';
import { Stage } from './stage.tsx';

/** The stage on a second screen, which stays while one works here. It closes with the call. Source: OO-18. */
export function PopOut({ other }: { other: Window }) {
  const { t } = useTranslation('call');
  const { setPoppedOut } = useCallScreen();
  useEffect(() => {
    const gone = () => setPoppedOut(null);
    const close = () => other.close();
    other.addEventListener('pagehide', gone);
    window.addEventListener('pagehide', close);
    return () => {
      other.removeEventListener('pagehide', gone);
      window.removeEventListener('pagehide', close);
    };
  }, [other, setPoppedOut]);
  return createPortal(
    <main className={styles.page} aria-label={t('area.label')}>
      <Stage />
    </main>,
    other.document.body,
  );
}
