import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/index.ts';
import { phoneAddress } from '../../lib/index.ts';
import { Button, Icon, Spinner } from '../../ui/index.ts';
import styles from './help-contacts.module.css';

/**
 * « Un problème, une question, contactez-nous », wherever somebody may be stuck: the installation’s contact, those of
 * who is signed in, and the portal’s. Source: SC-07.
 */
export function HelpContacts({ slug }: { slug?: string | undefined }) {
  const { t } = useTranslation('organisations');
  const contacts = useRead('readAssistance', slug === undefined ? {} : { query: { slug } });
  return (
    <section className={styles.help} aria-label={t('help.title')}>
      <p className={styles.title}>
        <Icon name="help" size={18} />
        {t('help.title')}
      </p>
      {contacts.isPending && <Spinner label={t('help.loading')} />}
      {contacts.error && (
        <p className={styles.words}>
          {t('help.failed')}{' '}
          <Button size="small" variant="quiet" onPress={() => void contacts.refetch()}>
            {t('help.retry')}
          </Button>
        </p>
      )}
      {contacts.data?.length === 0 && <p className={styles.words}>{t('help.none')}</p>}
      {contacts.data && contacts.data.length > 0 && (
        <ul className={styles.contacts}>
          {contacts.data.map(({ name, help }) => (
            <li key={name + help.email + help.phone}>
              <span className={styles.name}>{name}</span>
              {help.email !== '' && <a href={`mailto:${help.email}`}>{help.email}</a>}
              {help.phone !== '' && <a href={phoneAddress(help.phone)}>{help.phone}</a>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
