import { useTranslation } from 'react-i18next';
import { StepHeading } from '../../ui/index.ts';
import styles from './registration.module.css';

const parts = ['who', 'account', 'patients', 'data', 'help'] as const;

/** « Conditions générales d’utilisation (CGU) » of this installation, in plain words. Source: PA-14. */
export function Terms() {
  const { t } = useTranslation('registration');
  return (
    <>
      <StepHeading>{t('terms.title')}</StepHeading>
      {parts.map((part) => (
        <section key={part} className={styles.stack}>
          <h2>{t(`terms.${part}`)}</h2>
          <p>{t(`terms.${part}Words`)}</p>
        </section>
      ))}
    </>
  );
}
