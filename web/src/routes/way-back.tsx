import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  ForgottenPassword,
  NewPassword,
  OnePressLink,
  Recovery,
  RecoveryPasskey,
} from '../features/signing-in/index.ts';
import { useDocumentTitle } from '../ui/index.ts';
import { EntranceFoot } from './entrance-foot.tsx';
import { Entrance } from './entrance.tsx';
import styles from './entrance.module.css';
import { useLinkToken } from './use-link-token.ts';

function WayBack({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation('signingIn');
  useDocumentTitle(title);
  return (
    <Entrance>
      {children}
      <p className={styles.other}>
        <Link to="/connexion">{t('backToSignIn')}</Link>
      </p>
      <EntranceFoot />
    </Entrance>
  );
}

/** `/mot-de-passe-oublie`. Source: PA-21. */
export function ForgottenPasswordPage() {
  const { t } = useTranslation('signingIn');
  return (
    <WayBack title={t('forgotten.title')}>
      <ForgottenPassword />
    </WayBack>
  );
}

/** `/mot-de-passe#…` */
export function NewPasswordPage() {
  const { t } = useTranslation('signingIn');
  const token = useLinkToken();
  return (
    <WayBack title={t('newPassword.title')}>
      <NewPassword token={token} />
    </WayBack>
  );
}

/** `/recuperation` */
export function RecoveryPage() {
  const { t } = useTranslation('signingIn');
  return (
    <WayBack title={t('recovery.title')}>
      <Recovery />
    </WayBack>
  );
}

/** `/recuperation/cle#…` */
export function RecoveryPasskeyPage() {
  const { t } = useTranslation('signingIn');
  const token = useLinkToken();
  return (
    <WayBack title={t('recoveryPasskey.title')}>
      <RecoveryPasskey token={token} />
    </WayBack>
  );
}

/** `/recuperation/arret#…` */
export function StopRecoveryPage() {
  const { t } = useTranslation('signingIn');
  const token = useLinkToken();
  return (
    <WayBack title={t('stop.title')}>
      <OnePressLink act="stop" token={token} />
    </WayBack>
  );
}

/** `/compte/adresse#…` */
export function NewAddressPage() {
  const { t } = useTranslation('signingIn');
  const token = useLinkToken();
  return (
    <WayBack title={t('address.title')}>
      <OnePressLink act="address" token={token} />
    </WayBack>
  );
}
