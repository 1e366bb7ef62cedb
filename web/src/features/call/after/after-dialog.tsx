import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { readSetting, writeSetting } from '../../../lib/index.ts';
import { Button, Dialog, Notice } from '../../../ui/index.ts';
import { useCall, useCallActions, useCallScreen } from '../call-context.ts';
import { useErrorWords } from '../use-error-words.ts';
import styles from './after.module.css';
import { RatingForm } from './rating-form.tsx';

/** The last meeting whose rating was asked: nobody is asked twice. */
const askedSetting = 'call.rated';

/** « Fin de la visioconférence »: the stars once, the way back in, or why the call ended by itself. Source: SA-107 to SA-110. */
export function AfterDialog() {
  const { t } = useTranslation('call');
  const call = useCallActions();
  const { setGreenRoom, meeting } = useCallScreen();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const words = useErrorWords();
  const end = useCall((state) => state.end);
  const error = useCall((state) => state.error);
  const ended = useCall((state) => state.meetingId);
  const meetingId = ended ?? meeting?.meetingId ?? '';
  const [asks] = useState(() => readSetting(askedSetting) !== meetingId);
  const hungUp = end === 'hung_up';
  const mayReturn = hungUp || end === 'replaced';
  const page = `/reunions/${meetingId}`;

  function back(): void {
    if (hungUp) writeSetting(askedSetting, meetingId);
    call.reset();
    if (pathname !== page && pathname.startsWith('/reunions/')) void navigate(page);
  }

  function rejoin(): void {
    call.reset();
    if (pathname !== page) void navigate(page);
    setGreenRoom(true);
  }

  return (
    <Dialog
      title={t('after.title')}
      isOpen
      onClose={back}
      actions={
        <>
          {mayReturn && <Button onPress={rejoin}>{t(hungUp ? 'after.rejoin' : 'after.rejoinHere')}</Button>}
          <Button variant="primary" onPress={back}>
            {t('after.back')}
          </Button>
        </>
      }
    >
      {!hungUp && (
        <Notice tone={end === 'replaced' ? 'info' : 'warning'}>
          <p>{end ? t(`after.${end}`) : error ? words(error) : t('after.lost')}</p>
        </Notice>
      )}
      {!hungUp && <p className={styles.hint}>{t('after.written')}</p>}
      {hungUp && asks && <RatingForm meetingId={meetingId} onRated={() => writeSetting(askedSetting, meetingId)} />}
      {hungUp && <p className={styles.hint}>{t('after.stay')}</p>}
    </Dialog>
  );
}
