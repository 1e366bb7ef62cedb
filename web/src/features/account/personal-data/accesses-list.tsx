import { type PersonalAccess, personalActs } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/index.ts';
import { Button, EmptyState, ErrorNotice, Spinner, useFormats, useLanguage } from '../../../ui/index.ts';
import styles from './personal-data.module.css';

/** So many at first: the page is about the account, not about its past. */
const first = 5;

function Line({ access }: { access: PersonalAccess }) {
  const { t } = useTranslation('account');
  const { language } = useLanguage();
  const { moment } = useFormats();
  const { at, act, about, by } = access;
  return (
    <li className={styles.line} data-marked={act === 'case.opened_in_emergency' || undefined}>
      <span className={styles.at}>{moment(at)}</span>
      <span className={styles.act}>
        {personalActs[act][language]}
        {about ? ` ${t(`personalData.about_${about}`)}` : ''},{' '}
        {by ? t('personalData.by', { name: by }) : t('personalData.byProduct')}
      </span>
    </li>
  );
}

/** « Qui a consulté ce qui me concerne », latest first. Source: SC-44, GDPR art. 15. */
export function AccessesList() {
  const { t } = useTranslation('account');
  const [all, setAll] = useState(false);
  const accesses = useRead('listPersonalAccesses');
  const found = accesses.data ?? [];
  const shown = all ? found : found.slice(0, first);
  const hidden = found.length - shown.length;
  return (
    <div className={styles.part}>
      <h3 className={styles.heading}>{t('personalData.accesses')}</h3>
      <p className={styles.soft}>{t('personalData.accessesWords')}</p>
      {accesses.isPending && <Spinner size="block" />}
      {accesses.error && <ErrorNotice error={accesses.error} onRetry={() => void accesses.refetch()} />}
      {accesses.data?.length === 0 && (
        <EmptyState title={t('personalData.accessesNone')}>{t('personalData.accessesNoneWords')}</EmptyState>
      )}
      {shown.length > 0 && (
        <ol className={styles.lines}>
          {shown.map((access, index) => (
            <Line key={`${access.at} ${index}`} access={access} />
          ))}
        </ol>
      )}
      {hidden > 0 && (
        <div className={styles.actions}>
          <Button size="small" onPress={() => setAll(true)}>
            {t('personalData.accessesMore', { count: hidden })}
          </Button>
        </div>
      )}
    </div>
  );
}
