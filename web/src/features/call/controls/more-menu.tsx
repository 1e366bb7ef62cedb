import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { classNames, Icon, Menu, type MenuEntry } from '../../../ui/index.ts';
import { useCallScreen } from '../call-context.ts';
import { SettingsDialog } from '../green-room/settings-dialog.tsx';
import { openPopOut } from '../stage/open-pop-out.ts';
import { BridgeDialog } from './bridge-dialog.tsx';
import styles from './controls.module.css';
import { CountMark } from './count-mark.tsx';
import { useFullScreen } from './use-full-screen.ts';

/** « Plus »: settings, full screen, second screen, telephone bridge; and on a telephone, what its bar has no room for (`first`). */
export function MoreMenu({ bridge, first = [], count = 0 }: { bridge: string; first?: MenuEntry[]; count?: number }) {
  const { t } = useTranslation('call');
  const { meeting, poppedOut, setPoppedOut, setLayout } = useCallScreen();
  const { fullScreen, toggle } = useFullScreen();
  const [asked, setAsked] = useState<'settings' | 'bridge' | null>(null);

  async function popOut(): Promise<void> {
    if (poppedOut) {
      poppedOut.close();
      return;
    }
    const other = await openPopOut(t('area.popOutTitle', { name: meeting?.boardName ?? '' }));
    if (!other) return;
    setLayout('strip');
    setPoppedOut(other);
  }

  const entries: MenuEntry[] = [
    { id: 'settings', icon: 'settings', label: t('control.settings'), onAction: () => setAsked('settings') },
    {
      id: 'fullScreen',
      icon: 'fullScreen',
      label: t(fullScreen ? 'control.leaveFullScreen' : 'control.fullScreen'),
      onAction: toggle,
    },
    {
      id: 'popOut',
      icon: 'popOut',
      label: t(poppedOut ? 'control.bringBack' : 'control.popOut'),
      onAction: () => void popOut(),
    },
  ];
  if (bridge)
    entries.push({ id: 'bridge', icon: 'phone', label: t('control.bridge'), onAction: () => setAsked('bridge') });
  return (
    <>
      <Menu
        label={t('control.more')}
        trigger={
          <Button className={classNames(styles.control, styles.compact)}>
            <Icon name="more" size={22} />
            <span className={styles.words}>{t('control.more')}</span>
            <CountMark count={count} words={t('control.news', { count })} />
          </Button>
        }
        groups={[...(first.length > 0 ? [{ id: 'first', entries: first }] : []), { id: 'more', entries }]}
      />
      <SettingsDialog isOpen={asked === 'settings'} onClose={() => setAsked(null)} />
      <BridgeDialog details={bridge} isOpen={asked === 'bridge'} onClose={() => setAsked(null)} />
    </>
  );
}
