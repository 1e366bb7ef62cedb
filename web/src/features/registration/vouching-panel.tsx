import { useTranslation } from 'react-i18next';
import { type Answer, useCommand, useRead } from '../../api/index.ts';
import { Button, ErrorNotice, Panel, useFormats } from '../../ui/index.ts';
import styles from './registration.module.css';

type Asking = Answer<'listVouchers'>[number];

function AskingRow({ asking }: { asking: Asking }) {
  const { t } = useTranslation('registration');
  const { day } = useFormats();
  const answer = useCommand('vouch', { refreshes: ['listVouchers'] });
  const send = (accepted: boolean) => answer.mutate({ params: { requestId: asking.requestId }, body: { accepted } });
  return (
    <li className={styles.request}>
      <p className={styles.requestHead}>
        {asking.accountName} <span className={styles.soft}>{asking.accountEmail}</span>
      </p>
      <p className={styles.soft}>
        {t('request.sent', { date: day(asking.createdAt) })}
        {asking.organisationName && ` · ${asking.organisationName}`}
      </p>
      {asking.message !== '' && <p>{asking.message}</p>}
      {answer.error && <ErrorNotice error={answer.error} />}
      <div className={styles.buttons}>
        <Button size="small" variant="primary" isPending={answer.isPending} onPress={() => send(true)}>
          {t('vouching.accept')}
        </Button>
        <Button size="small" isDisabled={answer.isPending} onPress={() => send(false)}>
          {t('vouching.refuse')}
        </Button>
      </div>
    </li>
  );
}

/** Colleagues who ask me to vouch for them; nothing when nobody does. Source: SC-24. */
export function VouchingPanel() {
  const { t } = useTranslation('registration');
  const asking = useRead('listVouchers');
  if (asking.error && !asking.data)
    return (
      <Panel id="parrainage" title={t('vouching.title')}>
        <ErrorNotice error={asking.error} onRetry={() => void asking.refetch()} />
      </Panel>
    );
  if (!asking.data || asking.data.length === 0) return null;
  return (
    <Panel id="parrainage" title={t('vouching.title')}>
      <div className={styles.stack}>
        <p className={styles.soft}>{t('vouching.words')}</p>
        <ul className={styles.requests}>
          {asking.data.map((one) => (
            <AskingRow key={one.requestId} asking={one} />
          ))}
        </ul>
      </div>
    </Panel>
  );
}
