import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/index.ts';
import { phoneAddress } from '../../../lib/index.ts';
import { ErrorNotice, Panel, Spinner } from '../../../ui/index.ts';
import styles from './connection-test.module.css';

/** Why a place may refuse the connection, and whom to call. Source: SC-82, SC-83, OO-07. */
export function HelpPanel() {
  const { t } = useTranslation('notifications');
  const assistance = useRead('readAssistance');
  return (
    <Panel title={t('connection.help.title')}>
      <div className={styles.help}>
        <p>{t('connection.help.firewall')}</p>
        {assistance.isPending && <Spinner size="block" />}
        {assistance.error && <ErrorNotice error={assistance.error} onRetry={() => void assistance.refetch()} />}
        {assistance.data?.length === 0 && <p className={styles.soft}>{t('connection.help.none')}</p>}
        <ul className={styles.contacts}>
          {assistance.data?.map(({ name, help: { email, phone } }, index) => (
            <li key={index}>
              <strong>{name}</strong>
              {email && <a href={`mailto:${email}`}>{email}</a>}
              {phone && <a href={phoneAddress(phone)}>{phone}</a>}
            </li>
          ))}
        </ul>
        <p>{t('connection.help.trial')}</p>
      </div>
    </Panel>
  );
}
