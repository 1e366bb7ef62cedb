import { useTranslation } from 'react-i18next';
import { ValidationPanel } from '../features/registration/index.ts';
import { LinkButton, PageHeader } from '../ui/index.ts';
import styles from './pages.module.css';

/** Every page of an account whose trial is over: how it opens again. Source: SC-22, SC-23. */
export function TrialOverPage() {
  const { t } = useTranslation('registration');
  return (
    <div className={styles.narrow}>
      <PageHeader
        title={t('trial.over')}
        subtitle={t('validation.askClosed')}
        actions={
          <LinkButton href="/compte" icon="person">
            {t('trial.account')}
          </LinkButton>
        }
      />
      <ValidationPanel />
    </div>
  );
}
