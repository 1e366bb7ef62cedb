import type { MeetingDetail } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { Button, Icon } from '../../../ui/index.ts';
import { useCall, useCallActions, useCallScreen } from '../call-context.ts';
import { CompactBar } from '../controls/compact-bar.tsx';
import { ControlBar } from '../controls/control-bar.tsx';
import { Stage } from '../stage/stage.tsx';
import { Strip } from '../stage/strip.tsx';
import { Banners } from './banners.tsx';
import styles from './call-area.module.css';
import { useIsPhone } from './use-is-phone.ts';

function Waiting() {
  const { t } = useTranslation('call');
  const call = useCallActions();
  return (
    <section aria-label={t('area.label')} className={styles.waiting} data-call-layout="strip">
      <Icon name="clock" size={24} />
      <output className={styles.waitingWords}>
        <span className={styles.waitingTitle}>{t('waiting.title')}</span>
        <span>{t('waiting.words')}</span>
      </output>
      <Button onPress={() => call.reset()}>{t('waiting.cancel')}</Button>
    </section>
  );
}

/**
 * The call beside the case: a strip of faces and its commands, or the stage with the report at its side. On a telephone
 * a bar under the header, and the stage when the part « Visio » is chosen.
 */
export function CallArea({ meeting, isChosen }: { meeting: MeetingDetail; isChosen: boolean }) {
  const { t } = useTranslation('call');
  const { client, layout, fullScreen, poppedOut } = useCallScreen();
  const phase = useCall((state) => state.phase);
  const isPhone = useIsPhone();
  if (!client) return null;
  if (phase === 'waiting') return <Waiting />;
  if (phase !== 'inside' && phase !== 'reconnecting') return null;
  const bridge = meeting.video.details;
  const isStage = fullScreen || (isPhone ? isChosen : layout === 'stage');
  return (
    <section
      aria-label={t('area.label')}
      className={styles.area}
      data-call-layout={isStage ? 'stage' : 'strip'}
      data-full={fullScreen || undefined}
    >
      <Banners />
      {isStage && poppedOut === null && (
        <div className={styles.stage}>
          <Stage />
        </div>
      )}
      <div className={styles.foot}>
        {!isStage && poppedOut === null && <Strip places={isPhone ? 1 : undefined} />}
        {poppedOut !== null && (
          <p className={styles.elsewhere}>
            {t('area.poppedOut')}{' '}
            <Button size="small" onPress={() => poppedOut.close()}>
              {t('area.bringBack')}
            </Button>
          </p>
        )}
        {isPhone ? <CompactBar bridge={bridge} /> : <ControlBar bridge={bridge} />}
      </div>
    </section>
  );
}
