import { useTranslation } from 'react-i18next';
import styles from './account.module.css';

/** The parts of the account page, by the address of each. */
export const accountParts = [
  'informations',
  'justificatif',
  'cles',
  'mot-de-passe',
  'appareils',
  'connexions',
  'notifications',
  'rgpd',
  'affichage',
  'deconnexion',
] as const;
export type AccountPart = (typeof accountParts)[number];

/** The parts of the account, to jump to one. */
export function AccountParts({ parts }: { parts: readonly AccountPart[] }) {
  const { t } = useTranslation('account');
  return (
    <nav className={styles.parts} aria-label={t('page.parts')}>
      {parts.map((part) => (
        <a key={part} href={`#${part}`}>
          {t(`part.${part}`)}
        </a>
      ))}
    </nav>
  );
}
