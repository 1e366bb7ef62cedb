import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { SignUpForm } from '../features/account/index.ts';
import { useDocumentTitle } from '../ui/index.ts';
import { EntranceFoot } from './entrance-foot.tsx';
import { Entrance } from './entrance.tsx';
import styles from './entrance.module.css';

/** `/inscription` */
export function SignUpPage() {
  const { t } = useTranslation('account');
  const { search } = useLocation();
  useDocumentTitle(t('signUp.title'));
  return (
    <Entrance>
      <div>
        <h1>{t('signUp.title')}</h1>
        <p className={styles.lead}>{t('signUp.words')}</p>
      </div>
      <SignUpForm />
      <p className={styles.other}>
        {t('signUp.already')} <Link to={`/connexion${search}`}>{t('signUp.toSignIn')}</Link>
      </p>
      <EntranceFoot />
    </Entrance>
  );
}
