import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'react-router';
import { useRead } from '../api/index.ts';
import {
  AccountParts,
  accountParts,
  DevicesPanel,
  DisplayPanel,
  LeavePanel,
  PasskeysPanel,
  PersonalDataPanel,
  ProfilePanel,
  SessionsPanel,
  WaysInPanel,
} from '../features/account/index.ts';
import { LatestTestPanel, PreferencesPanel } from '../features/notifications/index.ts';
import { HelpContacts } from '../features/organisations/index.ts';
import { ValidationPanel, VouchingPanel } from '../features/registration/index.ts';
import { useSignOut } from '../features/signing-in/index.ts';
import { holdInView, PageHeader } from '../ui/index.ts';
import styles from './account.module.css';

/** What an account whose trial is over still reaches. */
const beyondTrial = accountParts.filter((part) => part !== 'notifications');

/** `/compte`, `/compte#notifications`, and `/compte?cle=nouvelle` for « Connexion sécurisée ? » (SC-54). Source: SC-37 to SC-45. */
export function AccountPage() {
  const { t } = useTranslation('account');
  const me = useRead('readMe');
  const configuration = useRead('readConfiguration');
  const { signOut, isPending } = useSignOut();
  const [search, setSearch] = useSearchParams();
  const adds = search.get('cle') === 'nouvelle';
  const { hash, key } = useLocation();
  // Where the last line of every mail leads, and each line of the navigation.
  useEffect(() => {
    const panel = hash.length > 1 ? document.getElementById(hash.slice(1)) : null;
    panel?.focus({ preventScroll: true });
    return panel ? holdInView(panel) : undefined;
  }, [hash, key]);
  if (!me.data) return null;
  const isOpen = me.data.standing !== 'closed';
  return (
    <>
      <PageHeader title={t('page.title')} />
      <div className={styles.page}>
        <AccountParts parts={isOpen ? accountParts : beyondTrial} />
        <div className={styles.panels}>
          {isOpen && <VouchingPanel />}
          <ProfilePanel />
          <ValidationPanel />
          <PasskeysPanel
            key={String(adds)}
            demonstration={me.data.demonstration}
            adds={adds}
            onEnded={() => adds && setSearch({}, { replace: true })}
          />
          <WaysInPanel proSanteConnect={configuration.data?.proSanteConnect ?? false} />
          <DevicesPanel />
          <SessionsPanel />
          {isOpen && <PreferencesPanel />}
          {isOpen && <LatestTestPanel />}
          <PersonalDataPanel email={me.data.email ?? ''} contacts={<HelpContacts />} />
          <DisplayPanel />
          <LeavePanel isPending={isPending} onLeave={() => signOut({ left: true })} />
        </div>
      </div>
    </>
  );
}
