import { useTranslation } from 'react-i18next';
import { personInitials } from '../lib/index.ts';
import type { DocumentHandle } from '../sync/index.ts';
import styles from './presence-list.module.css';

/** Who is on the document: a disc of each person's colour with their initials, their name and specialty on hover. */
export function PresenceList({ handle: { people, me } }: { handle: DocumentHandle }) {
  const { t } = useTranslation('editor');
  return (
    <ul className={styles.people} aria-label={t('people.label')}>
      {people.map(({ accountId, name, specialty, color }) => {
        const words = accountId === me.accountId ? `${name} (${t('people.you')})` : `${name}, ${specialty}`;
        return (
          <li
            key={accountId}
            className={styles.person}
            style={{ '--person': color } as React.CSSProperties}
            title={words}
          >
            <span aria-hidden="true">{personInitials(name)}</span>
            <span className={styles.words}>{words}</span>
          </li>
        );
      })}
    </ul>
  );
}
