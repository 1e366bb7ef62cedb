import { useTranslation } from 'react-i18next';
import { Button, Notice } from '../../../ui/index.ts';
import { useCall, useCallActions } from '../call-context.ts';

/** What must be seen at once and stay: a lost connection, video given up for the sound, people who do not hear. */
export function Banners() {
  const { t } = useTranslation('call');
  const call = useCallActions();
  const isLost = useCall((state) => state.phase === 'reconnecting');
  const isReduced = useCall((state) => state.reduced === 'no_video');
  const notices = useCall((state) => state.notices);
  const deaf = notices.filter(({ kind }) => kind === 'cannot_hear');
  return (
    <>
      {isLost && (
        <Notice tone="warning" title={t('banner.reconnecting')}>
          <p>{t('banner.reconnectingWords')}</p>
        </Notice>
      )}
      {isReduced && !isLost && (
        <Notice>
          <p>{t('banner.reduced')}</p>
        </Notice>
      )}
      {deaf.length > 0 && (
        <Notice
          tone="danger"
          title={t('banner.cannotHear', { count: deaf.length })}
          actions={
            <Button size="small" onPress={() => deaf.forEach(({ id }) => call.dismiss(id))}>
              {t('banner.seen')}
            </Button>
          }
        >
          <p>{t('banner.cannotHearWords')}</p>
        </Notice>
      )}
    </>
  );
}
