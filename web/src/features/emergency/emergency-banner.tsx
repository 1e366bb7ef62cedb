import { useTranslation } from 'react-i18next';
import { Notice, useFormats } from '../../ui/index.ts';
import styles from './emergency.module.css';

/** Over a case that one reads by an emergency, as long as it lasts. */
export function EmergencyBanner({ endsAt }: { endsAt: string }) {
  const { t } = useTranslation('emergency');
  const { time } = useFormats();
  return (
    <div className={styles.banner}>
      <Notice tone="danger" title={t('banner', { time: time(endsAt) })}>
        <p>{t('bannerWords')}</p>
      </Notice>
    </div>
  );
}
