import { proSanteConnectPath } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import styles from './signing-in.module.css';

/** « S’identifier avec Pro Santé Connect », with its official words and colours. Source: PA-10, PA-12, PA-14, PA-15. */
export function ProSanteConnect({ wanted = '/', shared = false }: { wanted?: string; shared?: boolean }) {
  const { t } = useTranslation('signingIn');
  const asked = new URLSearchParams({ vers: wanted, shared: String(shared) });
  return (
    <div className={styles.stack}>
      <p className={styles.other}>{t('proSante.have')}</p>
      <a className={styles.proSante} href={`${proSanteConnectPath}?${asked}`}>
        <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
          <rect width="32" height="32" rx="7" fill="#fff" />
          <path d="M13 6h6v7h7v6h-7v7h-6v-7H6v-6h7z" fill="#0b3e99" />
          <path d="M13 13h6v6h-6z" fill="#e1000f" />
        </svg>
        <span>
          <span className={styles.proSanteSmall}>{t('proSante.identify')}</span>{' '}
          <span className={styles.proSanteName}>Pro Santé Connect</span>
        </span>
      </a>
      <p className={styles.help}>
        {t('proSante.card')} {t('proSante.first')}
      </p>
      <p className={styles.other}>
        <a href="https://esante.gouv.fr/produits-services/pro-sante-connect" target="_blank" rel="noreferrer">
          {t('proSante.more')}
        </a>
      </p>
    </div>
  );
}
