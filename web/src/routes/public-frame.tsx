import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../api/index.ts';
import { LanguageSwitch } from '../features/signing-in/index.ts';
import { BrandMark, LinkButton, SkipLink } from '../ui/index.ts';
import styles from './public-frame.module.css';

/** Around the pages that anybody reads: the product’s name, the language, « Accès professionnel » at the top right. Source: PA-20. */
export function PublicFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation('portal');
  const { data } = useRead('readConfiguration');
  const origin = data && data.origin !== window.location.origin ? data.origin : '';
  return (
    <>
      <SkipLink />
      <header className={styles.header}>
        <div className={styles.bar}>
          <p className={styles.brand}>
            <BrandMark size={30} />
            <span className={styles.wordmark}>Concertation</span>
          </p>
          <LanguageSwitch />
          <LinkButton href={`${origin}/`} variant="quiet" icon="person">
            {t('access')}
          </LinkButton>
        </div>
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </>
  );
}
