import { mediaPaths } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../ui/index.ts';
import styles from './connection-test.module.css';
import { FirewallWords } from './firewall-words.tsx';
import { bestPath, isHindered, type PathsFound } from './paths.ts';

/** How voice and picture will travel, in a sentence, then path by path. Source: SC-82, SC-83. */
export function MediaPaths({ paths }: { paths: PathsFound }) {
  const { t } = useTranslation('notifications');
  const best = bestPath(paths);
  return (
    <>
      {best !== 'none' && (
        <p className={styles.finding}>
          {t(`connection.paths.best.${best === 'tcp' && isHindered(paths) ? 'tcpHindered' : best}`)}
        </p>
      )}
      <ul className={styles.paths} aria-label={t('connection.paths.label')}>
        {mediaPaths.map((path) => {
          const state = paths.states[path];
          const by = path === 'relay' && paths.relayBy ? ` (${paths.relayBy.toUpperCase()})` : '';
          return (
            <li key={path} className={styles.path} data-state={state}>
              <Icon name={state === 'open' ? 'check' : state === 'closed' ? 'close' : 'more'} />
              {t('connection.paths.line', {
                path: `${t(`connection.paths.names.${path}`)}${by}`,
                state: t(`connection.paths.states.${state}`),
              })}
            </li>
          );
        })}
      </ul>
      {isHindered(paths) && <FirewallWords paths={paths} />}
    </>
  );
}
