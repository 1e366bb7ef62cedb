import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/index.ts';
import { useCall } from '../call-context.ts';
import { CannotHear } from './cannot-hear.tsx';

/** What must be seen at once and stay: a lost connection, video given up for the sound, people who do not hear. */
export function Banners() {
  const { t } = useTranslation('call');
  const isLost = useCall((state) => state.phase === 'reconnecting');
  const isReduced = useCall((state) => state.reduced === 'no_video');
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
      <CannotHear />
    </>
  );
}
