import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Icon, type IconName, Panel } from '../../ui/index.ts';
import styles from './portal.module.css';
import { useSite } from './use-site.ts';

const ways: readonly ['create' | 'visio', string, IconName][] = [
  ['create', '/inscription', 'person'],
  // Signing in comes first, and leads there: one account for the meetings and their calls.
  ['visio', '/staff', 'camera'],
];

/** What one does on the general site: the assistant of registration, and « Visioconf », with one account. Source: PA-11, CM-11. */
export function PortalWays() {
  const { t } = useTranslation('portal');
  const site = useSite();
  return (
    <Panel title={t('ways')} padding={false}>
      <ul className={styles.portals}>
        {ways.map(([way, path, icon]) => (
          <li key={way}>
            <Link href={site(path)} className={styles.portal ?? ''}>
              <Icon name={icon} />
              <span className={styles.boardWords}>
                <span className={styles.boardName}>{t(`${way}.title`)}</span>{' '}
                <span className={styles.facts}>{t(`${way}.words`)}</span>
              </span>
              <Icon name="chevronRight" size={16} />
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
