import { useTranslation } from 'react-i18next';
import { type Answer, useCommand } from '../../api/index.ts';
import { personInitials } from '../../lib/index.ts';
import { ErrorNotice, Icon, Spinner } from '../../ui/index.ts';
import { Button } from 'react-aria-components';
import styles from './signing-in.module.css';
import { useEnter } from './use-enter.ts';

/** One click for each invented colleague. The server offers none in production. */
export function DemonstrationAccounts({
  accounts,
}: {
  accounts: Answer<'readConfiguration'>['demonstrationAccounts'];
}) {
  const { t } = useTranslation('signingIn');
  const enter = useEnter();
  const login = useCommand('loginDemonstration');
  const chosen = login.isPending ? login.variables.body.account : null;
  return (
    <div className={styles.stack}>
      {login.error && <ErrorNotice error={login.error} />}
      <ul className={styles.accounts}>
        {accounts.map(({ key, name, specialty }) => (
          <li key={key}>
            <Button
              className={styles.account ?? ''}
              isDisabled={chosen !== null && chosen !== key}
              onPress={() => login.mutate({ body: { account: key } }, { onSuccess: enter })}
            >
              <span className={styles.initials} aria-hidden="true">
                {personInitials(name)}
              </span>
              <span className={styles.who}>
                <span className={styles.name}>{name}</span>
                <span className={styles.specialty}>{specialty}</span>
                <span className={styles.role}>{t(`demonstration.roles.${key}`)}</span>
              </span>
              {chosen === key ? <Spinner size="small" /> : <Icon name="chevronRight" size={16} />}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
