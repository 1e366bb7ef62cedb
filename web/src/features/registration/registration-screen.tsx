import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { knowsPasskeys, useCommand } from '../../api/index.ts';
import { Button, ConfirmDialog, LinkButton, Notice, StepHeading } from '../../ui/index.ts';
import { DirectorySearch } from './directory-search.tsx';
import { keepDraft, nothingKept, readKeptDraft } from './kept-draft.ts';
import { RegistrationChoice } from './registration-choice.tsx';
import { fillFromDirectory, type RegistrationDraft, stepNames, type Way } from './registration-draft.ts';
import { RegistrationForm } from './registration-form.tsx';
import styles from './registration.module.css';
import { StepMarks } from './step-marks.tsx';

export type RegistrationScreenProps = {
  demonstration: boolean;
  proSanteConnect: boolean;
  /** On a computer that others use, nothing typed outlives the page. */
  shared: boolean;
  /** Where one says so. */
  sharedField: ReactNode;
  onSent: (email: string) => void;
};

function Sent({ email, demonstration }: { email: string; demonstration: boolean }) {
  const { t } = useTranslation('registration');
  return (
    <div className={styles.stack}>
      <StepHeading>{t('title')}</StepHeading>
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

const firstMeans = (): RegistrationDraft['means'] => (knowsPasskeys() ? 'passkey' : 'password');

/**
 * « Créez votre compte », the assistant of registration: by the directory or by hand, the same three steps, then a mail.
 * The same words are shown whether the address has an account or not. Source: SC-09 to SC-17, PA-11, PA-16, PA-19.
 */
export function RegistrationScreen({ demonstration, proSanteConnect, ...props }: RegistrationScreenProps) {
  const { shared, sharedField, onSent } = props;
  const { t } = useTranslation('registration');
  const [kept, setKept] = useState(() => (shared ? nothingKept(firstMeans()) : readKeptDraft(firstMeans())));
  const { way, step, draft } = kept;
  const [isFound, setFound] = useState(way !== null && draft.familyName !== '');
  const [password, setPassword] = useState('');
  const [clears, setClears] = useState(false);
  const register = useCommand('register');
  useEffect(() => {
    keepDraft(register.isSuccess || kept.way === null || shared ? null : kept);
  }, [kept, register.isSuccess, shared]);
  const choose = (next: Way) => {
    setKept({ ...kept, way: next, step: 'you' });
    setFound(next === 'manual');
  };
  const clear = () => {
    setKept(nothingKept(firstMeans()));
    setFound(false);
    setPassword('');
    register.reset();
    setClears(false);
  };
  if (register.isSuccess) return <Sent email={register.variables.body.email} demonstration={demonstration} />;
  const isForm = way !== null && (way === 'manual' || isFound);
  const at = stepNames.indexOf(step);
  const previous = stepNames[at - 1];
  const goBack = () => {
    if (isForm && previous) return setKept({ ...kept, step: previous });
    if (way === 'directory' && isFound) return setFound(false);
    setKept({ ...kept, way: null });
  };
  return (
    <>
      {isForm ? (
        <div className={styles.stepHead}>
          <StepHeading step={step} kicker={t('progress', { step: at + 1, steps: stepNames.length })}>
            {t(`steps.${step}`)}
          </StepHeading>
          <StepMarks at={at} steps={stepNames.length} />
          <p className={styles.lead}>
            {t(step === 'you' ? (way === 'manual' ? 'manualLead' : 'check') : `${step}Lead`)}
          </p>
        </div>
      ) : (
        <div>
          <StepHeading step={way ?? ''}>{t('title')}</StepHeading>
          <p className={styles.lead}>{t(way === null ? 'words' : 'directoryLead')}</p>
        </div>
      )}
      {way === null && <RegistrationChoice proSanteConnect={proSanteConnect} onChoose={choose} />}
      {way === 'directory' && !isFound && (
        <DirectorySearch
          onChoose={(found) => {
            setKept({ way, step: 'you', draft: fillFromDirectory(draft, found) });
            setFound(true);
          }}
          onManual={() => choose('manual')}
        />
      )}
      {isForm && (
        <RegistrationForm
          draft={draft}
          onChange={(next) => setKept({ ...kept, draft: next })}
          step={step}
          onStep={(next) => setKept({ ...kept, step: next })}
          password={password}
          onPassword={setPassword}
          onSend={(body) => register.mutate({ body }, { onSuccess: () => onSent(body.email) })}
          isPending={register.isPending}
          error={register.error}
        />
      )}
      {way !== null && (
        <p className={styles.buttons}>
          <Button variant="quiet" size="small" icon="back" onPress={goBack}>
            {t(isForm && previous ? 'backToStep' : way === 'directory' && isFound ? 'backToSearch' : 'backToChoice')}
          </Button>
          <Button variant="quiet" size="small" icon="trash" onPress={() => setClears(true)}>
            {t('clear.button')}
          </Button>
        </p>
      )}
      {sharedField}
      <p className={styles.soft}>
        {t('already')} <Link to={`/connexion${window.location.search}`}>{t('signIn')}</Link>
      </p>
      {clears && (
        <ConfirmDialog
          title={t('clear.title')}
          confirm={t('clear.confirm')}
          isPending={false}
          onConfirm={clear}
          onClose={() => setClears(false)}
        >
          {t('clear.words')}
        </ConfirmDialog>
      )}
    </>
  );
}
