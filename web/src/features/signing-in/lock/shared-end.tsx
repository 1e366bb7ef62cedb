import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/index.ts';
import { formatWait } from '../../../lib/index.ts';
import { Button, Dialog, useLanguage } from '../../../ui/index.ts';
import { noteUse } from './last-use.ts';
import { useIdle } from './use-idle.ts';

/** On a shared computer one is warned this long before the end. */
const warnBeforeMs = 60_000;
/** Reading is use too: the server hears of it this often. */
const toldEveryMs = 60_000;

/** On a shared computer: the last minute is announced, then the session ends. A page that asks by itself is no use. */
export function SharedEnd({ idleMs, onLeave }: { idleMs: number; onLeave: () => void }) {
  const { t } = useTranslation('signingIn');
  const { language } = useLanguage();
  const idle = useIdle();
  const left = idleMs - idle;
  const isOver = left <= 0;
  const hasLeft = useRef(false);
  useEffect(() => {
    if (!isOver || hasLeft.current) return;
    hasLeft.current = true;
    onLeave();
  }, [isOver, onLeave]);
  const stay = () => {
    noteUse();
    // A session that has ended is announced by the call itself; without network the next one tells.
    void call('readMe').catch(() => undefined);
  };
  const isUsed = idle === 0;
  const told = useRef(0);
  useEffect(() => {
    if (!isUsed) return;
    const tell = () => {
      if (Date.now() - told.current < toldEveryMs) return;
      told.current = Date.now();
      // The same: what matters is said elsewhere, and it is asked again in a minute.
      void call('readMe').catch(() => undefined);
    };
    tell();
    const timer = setInterval(tell, toldEveryMs / 10);
    return () => clearInterval(timer);
  }, [isUsed]);
  return (
    <Dialog
      role="alertdialog"
      isOpen={left <= warnBeforeMs && !isOver}
      onClose={stay}
      title={t('idle.title')}
      actions={
        <>
          <Button icon="signOut" onPress={onLeave}>
            {t('lock.leave')}
          </Button>
          <Button variant="primary" onPress={stay}>
            {t('idle.stay')}
          </Button>
        </>
      }
    >
      <p>
        {t('idle.words')} <span aria-live="off">{formatWait(left / 1000, language)}</span>.
      </p>
    </Dialog>
  );
}
