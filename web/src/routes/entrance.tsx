import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../features/signing-in/index.ts';
import { BrandMark, SkipLink } from '../ui/index.ts';
import styles from './entrance.module.css';

/** The frame of the pages open to anybody: what the product is on one side, the way in on the other. */
export function Entrance({ children }: { children: ReactNode }) {
  const { t } = useTranslation('signingIn');
  return (
    <div className={styles.page}>
      <SkipLink />
      <header className={styles.pitch}>
        <p className={styles.brand}>
          <BrandMark size={40} />
          Concertation
        </p>
        <div className={styles.words}>
          <p className={styles.headline}>{t('headline')}</p>
          <p className={styles.text}>{t('pitch')}</p>
        </div>
      </header>
      <div className={styles.side}>
        <div className={styles.tools}>
          <LanguageSwitch />
        </div>
        <main id="main" tabIndex={-1} className={styles.main}>
          {children}
        </main>
      </div>
    </div>
  );
}
