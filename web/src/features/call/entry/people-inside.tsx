import type { CallSummary } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { Button, FloatingPanel } from '../../../ui/index.ts';
import styles from './entry.module.css';

/** How many are in the call, and their names on a press. */
export function PeopleInside({ people }: { people: CallSummary['inside'] }) {
  const { t } = useTranslation('call');
  return (
    <FloatingPanel
      label={t('entry.names')}
      trigger={
        <Button variant="quiet" size="small" icon="people">
          {t('entry.inside', { count: people.length })}
        </Button>
      }
    >
      {() => (
        <ul className={styles.people}>
          {people.map(({ accountId, name }) => (
            <li key={accountId}>{name}</li>
          ))}
        </ul>
      )}
    </FloatingPanel>
  );
}
