import type { AwaitedCode } from '@concertation/shared/contracts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearchParams } from 'react-router';
import { forgetReads, useRead } from '../api/index.ts';
import {
  CodeSignIn,
  DemonstrationAccounts,
  PasskeySignIn,
  PasswordSignIn,
  ProSanteConnect,
  SharedComputerField,
  useSharedComputer,
} from '../features/signing-in/index.ts';
import { safePath } from '../lib/index.ts';
import { ErrorNotice, Notice, StepHeading, useDocumentTitle } from '../ui/index.ts';
import { EntranceFoot } from './entrance-foot.tsx';
import { Entrance } from './entrance.tsx';
import styles from './entrance.module.css';

type Arriving = {
  ended?: true;
  left?: true;
  idle?: true;
  created?: true;
  email?: string;
  awaited?: AwaitedCode;
} | null;

function Arrival() {
  const { t } = useTranslation('signingIn');
  const { state } = useLocation() as { state: Arriving };
  const [search] = useSearchParams();
  const told = search.get('psc');
  if (told === 'refused')
    return (
      <Notice tone="danger" title={t('proSante.refused')}>
        <p>{t('proSante.refusedWords')}</p>
      </Notice>
    );
  if (told === 'unknown')
    return (
      <Notice tone="warning" title={t('proSante.unknown')}>
        <p>{t('proSante.unknownWords')}</p>
      </Notice>
    );
  if (state?.created)
    return (
      <Notice tone="success" title={t('created')}>
        <p>{t('createdWords')}</p>
      </Notice>
    );
  if (state?.idle)
    return (
      <Notice tone="warning" title={t('idleEnd')}>
        <p>{t('idleEndWords')}</p>
      </Notice>
    );
  if (state?.ended)
    return (
      <Notice tone="warning" title={t('ended')}>
        <p>{t('endedWords')}</p>
      </Notice>
    );
  if (state?.left) return <Notice tone="success" title={t('left')} />;
  if (safePath(search.get('vers')) !== '/') return <Notice title={t('wanted')} />;
  return null;
}

/** `/connexion`: a passkey, Pro Santé Connect, or a password and its code. Source: SC-18, SC-19, SC-20, SC-53, PA-12, PA-13, PA-20, PA-21. */
export function SignInPage() {
  const { t } = useTranslation('signingIn');
  const configuration = useRead('readConfiguration');
  const { search, state } = useLocation() as { search: string; state: Arriving };
  const [shared, setShared] = useSharedComputer();
  const [email, setEmail] = useState(state?.email ?? '');
  const [awaited, setAwaited] = useState<AwaitedCode | null>(state?.awaited ?? null);
  useDocumentTitle(t('title'));
  // Whoever comes here is nobody yet: nothing that somebody else read stays in memory.
  useEffect(forgetReads, []);
  if (awaited)
    return (
      <Entrance>
        {state?.created && <Notice tone="success" title={t('created')} />}
        <CodeSignIn first={awaited} onBack={() => setAwaited(null)} />
        <EntranceFoot />
      </Entrance>
    );
  return (
    <Entrance>
      <Arrival />
      <StepHeading>{t('title')}</StepHeading>
      <PasskeySignIn shared={shared} />
      {configuration.data?.proSanteConnect && (
        <ProSanteConnect wanted={safePath(new URLSearchParams(search).get('vers'))} shared={shared} />
      )}
      <div>
        <h2 className={styles.or}>{t('byEmail')}</h2>
        {configuration.data?.proSanteConnect && <p className={styles.other}>{t('withoutCard')}</p>}
      </div>
      <PasswordSignIn shared={shared} email={email} onEmail={setEmail} onCode={setAwaited} />
      <SharedComputerField shared={shared} onChange={setShared} />
      <p className={styles.other}>
        {t('newHere')} <Link to={`/inscription${search}`}>{t('create')}</Link>
      </p>
      <p className={styles.other}>
        <Link to="/portails">{t('portals')}</Link>
      </p>
      {configuration.error && <ErrorNotice error={configuration.error} onRetry={() => void configuration.refetch()} />}
      {configuration.data?.demonstration && (
        <section className={styles.section} aria-labelledby="demonstration">
          <div>
            <h2 id="demonstration">{t('demonstration.title')}</h2>
            <p className={styles.lead}>{t('demonstration.words')}</p>
          </div>
          <DemonstrationAccounts accounts={configuration.data.demonstrationAccounts} />
        </section>
      )}
      {configuration.data?.demonstrationCertificate && (
        <Notice>
          <p>{t('demonstration.certificate')}</p>
        </Notice>
      )}
      <EntranceFoot />
    </Entrance>
  );
}
