import { useTranslation } from 'react-i18next';
import { Button, ErrorNotice, Notice, Panel } from '../../../ui/index.ts';
import { CheckRow } from './check-row.tsx';
import { checkNames } from './checks.ts';
import styles from './connection-test.module.css';
import { playNote } from './play-note.ts';
import { useConnectionTest } from './use-connection-test.ts';

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

/** The checks, each with its state in words and what to do when it fails. Source: SC-82, SC-83, SC-86, OO-26. */
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
