import { useTranslation } from 'react-i18next';
import { Badge, Button, ErrorNotice, Notice, Panel, Spinner, type Tone } from '../../../ui/index.ts';
import { type CheckName, checkNames } from './checks.ts';
import styles from './connection-test.module.css';
import { playNote } from './play-note.ts';
import { type CheckState, useConnectionTest } from './use-connection-test.ts';

type Look = { tone: Tone; words: 'waiting' | 'passed' | 'failed' | 'optional' };

function lookOf(name: CheckName, state: Exclude<CheckState, 'checking'>): Look {
  if (state === 'waiting') return { tone: 'neutral', words: 'waiting' };
  if (state.passed) return { tone: 'success', words: 'passed' };
  return name === 'camera' ? { tone: 'warning', words: 'optional' } : { tone: 'danger', words: 'failed' };
}

function CheckRow({ name, state }: { name: CheckName; state: CheckState }) {
  const { t } = useTranslation('notifications');
  const found = typeof state === 'object' ? state : null;
  return (
    <li className={styles.check}>
      <div className={styles.words}>
        <h3 className={styles.name}>{t(`connection.names.${name}`)}</h3>
        <p className={styles.soft}>{t(`connection.about.${name}`)}</p>
        {found?.delay !== undefined && (
          <p className={styles.soft}>{t('connection.delay', { milliseconds: found.delay })}</p>
        )}
        {found && !found.passed && <p className={styles.advice}>{t(`connection.advice.${name}`)}</p>}
      </div>
      {state === 'checking' ? (
        <Spinner label={t('connection.checking')} size="small" />
      ) : (
        <Badge tone={lookOf(name, state).tone}>{t(`connection.${lookOf(name, state).words}`)}</Badge>
      )}
    </li>
  );
}

function Outcome({ test: { record, saveAgain } }: { test: ReturnType<typeof useConnectionTest> }) {
  const { t } = useTranslation('notifications');
  if (record.error) return <ErrorNotice title={t('connection.unsaved')} error={record.error} onRetry={saveAgain} />;
  if (!record.data) return null;
  return record.data.passed ? (
    <Notice tone="success" title={t('connection.ready')}>
      {t('connection.readyWords')}
    </Notice>
  ) : (
    <Notice tone="warning" title={t('connection.notReady')}>
      {t('connection.notReadyWords')}
    </Notice>
  );
}

/** The six checks, each with its state in words and what to do when it fails. Source: SC-82, SC-83, SC-86, OO-26. */
export function ConnectionTestPanel() {
  const { t } = useTranslation('notifications');
  const test = useConnectionTest();
  const made = test.record.data !== undefined || test.record.error !== null;
  return (
    <Panel title={t('connection.checks')} padding={false}>
      <div className={styles.start}>
        <p className={styles.soft}>{t('connection.asks')}</p>
        <Button variant="primary" isPending={test.running} onPress={test.run}>
          {t(test.running ? 'connection.running' : made ? 'connection.again' : 'connection.start')}
        </Button>
        <div className={styles.outcome}>
          <Outcome test={test} />
        </div>
      </div>
      <ol className={styles.checks}>
        {checkNames.map((name) => (
          <CheckRow key={name} name={name} state={test.states[name]} />
        ))}
      </ol>
      <div className={styles.sound}>
        <p className={styles.soft}>{t('connection.soundWords')}</p>
        <Button size="small" onPress={playNote}>
          {t('connection.sound')}
        </Button>
      </div>
    </Panel>
  );
}
