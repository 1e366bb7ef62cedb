import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../ui/index.ts';
import { useCall, useCallActions } from '../call-context.ts';
import styles from './green-room.module.css';

/** Above it, the microphone surely hears somebody. */
const heard = 0.08;

/** The level of the microphone, as a bar and, once it has heard something, in words. Source: SC-86. */
export function LevelMeter() {
  const chosen = useCall((state) => state.devices.chosen.microphone);
  // Another microphone has yet to be heard.
  return <Meter key={chosen ?? 'system'} />;
}

function Meter() {
  const { t } = useTranslation('call');
  const { onLevel } = useCallActions();
  const fill = useRef<HTMLSpanElement>(null);
  const [hears, setHears] = useState(false);
  useEffect(
    () =>
      onLevel((level) => {
        fill.current?.style.setProperty('inline-size', `${Math.round(Math.min(level, 1) * 100)}%`);
        if (level > heard) setHears(true);
      }),
    [onLevel],
  );
  return (
    <div className={styles.level}>
      <Icon name="microphone" size={18} />
      <span className={styles.track} aria-hidden="true">
        <span ref={fill} className={styles.fill} />
      </span>
      <output className={styles.hint} aria-label={t('greenRoom.level')}>
        {t(hears ? 'greenRoom.levelHeard' : 'greenRoom.levelWords')}
      </output>
    </div>
  );
}
