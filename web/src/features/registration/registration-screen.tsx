import { useEffect, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { knowsPasskeys, useCommand } from '../../api/index.ts';
import { Button, Icon, type IconName, LinkButton, Notice } from '../../ui/index.ts';
import { DirectorySearch } from './directory-search.tsx';
import { keepDraft, readKeptDraft } from './kept-draft.ts';
import { fillFromDirectory, type Way } from './registration-draft.ts';
import { RegistrationForm } from './registration-form.tsx';
import styles from './registration.module.css';

const ways: readonly [Way, IconName][] = [
  ['directory', 'search'],
  ['manual', 'edit'],
];

function Choice({ onChoose }: { onChoose: (way: Way) => void }) {
  const { t } = useTranslation('registration');
  return (
    <>
      <ul className={styles.ways}>
        {ways.map(([way, icon]) => (
          <li key={way}>
            <AriaButton className={styles.way ?? ''} onPress={() => onChoose(way)}>
              <Icon name={icon} />
              <span>
                <span className={styles.foundName}>{t(way)}</span>
                <span className={styles.wayWords}>{t(`${way}Words`)}</span>
              </span>
              <Icon name="chevronRight" size={16} />
            </AriaButton>
          </li>
        ))}
      </ul>
      <p className={styles.soft}>{t('withoutRpps')}</p>
    </>
  );
}

function Sent({ email, demonstration }: { email: string; demonstration: boolean }) {
  const { t } = useTranslation('registration');
  return (
    <div className={styles.stack}>
      <Notice tone="success" title={t('sent.title')}>
        <p>{t('sent.words', { email })}</p>
      </Notice>
      <p className={styles.soft}>{t('sent.help')}</p>
      {demonstration && (
        <LinkButton href="/courriels" icon="mail">
          {t('sent.outbox')}
        </LinkButton>
      )}
    </div>
  );
}

/**
 * « S’inscrire »: by the directory or by hand, the same form, then a mail. The same words are shown whether the address
 * has an account or not. Source: SC-09 to SC-17, PA-16.
 */
export function RegistrationScreen({ demonstration, onSent }: { demonstration: boolean; onSent: () => void }) {
  const { t } = useTranslation('registration');
  const [{ way, draft }, setKept] = useState(() => readKeptDraft(knowsPasskeys() ? 'passkey' : 'password'));
  const [isFound, setFound] = useState(way !== null && draft.familyName !== '');
  const register = useCommand('register');
  useEffect(() => {
    keepDraft(register.isSuccess || way === null ? null : { way, draft });
  }, [way, draft, register.isSuccess]);
  const choose = (next: Way) => {
    setKept({ way: next, draft });
    setFound(next === 'manual');
  };
  const isForm = way !== null && (way === 'manual' || isFound);
  if (register.isSuccess)
    return (
      <>
        <h1>{t('title')}</h1>
        <Sent email={register.variables.body.email} demonstration={demonstration} />
      </>
    );
  return (
    <>
      <div>
        <h1>{t('title')}</h1>
        <p className={styles.lead}>
          {t(way === null ? 'words' : isForm ? (way === 'manual' ? 'manualLead' : 'check') : 'directoryLead')}
        </p>
      </div>
      {way === null && <Choice onChoose={choose} />}
      {way === 'directory' && !isFound && (
        <DirectorySearch
          onChoose={(found) => {
            setKept({ way, draft: fillFromDirectory(draft, found) });
            setFound(true);
          }}
          onManual={() => choose('manual')}
        />
      )}
      {isForm && (
        <RegistrationForm
          draft={draft}
          onChange={(next) => setKept({ way, draft: next })}
          onSend={(body) => register.mutate({ body }, { onSuccess: onSent })}
          isPending={register.isPending}
          error={register.error}
        />
      )}
      {way !== null && (
        <p>
          <Button
            variant="quiet"
            size="small"
            icon="back"
            onPress={() => {
              if (way === 'directory' && isFound) return setFound(false);
              setKept({ way: null, draft });
            }}
          >
            {t(way === 'directory' && isFound ? 'backToSearch' : 'backToChoice')}
          </Button>
        </p>
      )}
      <p className={styles.soft}>
        {t('already')} <Link to={`/connexion${window.location.search}`}>{t('signIn')}</Link>
      </p>
    </>
  );
}
