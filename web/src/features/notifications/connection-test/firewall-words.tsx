import { mediaPaths } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { Button, useFormats, useToast } from '../../../ui/index.ts';
import styles from './connection-test.module.css';
import { bestPath, type PathsFound } from './paths.ts';

/** This site itself, as a firewall knows it: what carries pages, and the sockets that open a call. */
function ownDestination(): string {
  const { protocol, hostname, port } = location;
  return `TCP ${hostname}:${port || (protocol === 'https:' ? '443' : '80')} (HTTPS, WebSocket)`;
}

/** « Que dire à votre service informatique »: a message ready to be sent, with addresses, ports and what was found. */
export function FirewallWords({ paths }: { paths: PathsFound }) {
  const { t } = useTranslation('notifications');
  const { show } = useToast();
  const { moment } = useFormats();
  const best = bestPath(paths);
  const found = mediaPaths
    .map((path) =>
      t('connection.paths.line', {
        path: t(`connection.paths.names.${path}`),
        state: t(`connection.paths.states.${paths.states[path]}`),
      }),
    )
    .join(' ; ');
  const words = t('connection.firewall.message', {
    origin: location.origin,
    problem: t(`connection.firewall.problem.${best === 'none' ? 'none' : 'detour'}`),
    destinations: [...paths.destinations, ownDestination()].map((line) => `- ${line}`).join('\n'),
    found,
    at: moment(paths.foundAt),
    interpolation: { escapeValue: false },
  });
  const copy = () =>
    // The clipboard does not exist on a page served without TLS.
    Promise.resolve()
      .then(() => navigator.clipboard.writeText(words))
      .then(
        () => show({ tone: 'success', message: t('connection.firewall.copied') }),
        () => show({ tone: 'danger', message: t('connection.firewall.notCopied') }),
      );
  return (
    <details className={styles.firewall} open={best === 'none'}>
      <summary>{t('connection.firewall.title')}</summary>
      <p className={styles.message}>{words}</p>
      <Button size="small" icon="copy" onPress={() => void copy()}>
        {t('connection.firewall.copy')}
      </Button>
    </details>
  );
}
