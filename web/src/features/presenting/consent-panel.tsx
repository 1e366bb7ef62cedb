import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/index.ts';
import { Button, ErrorNotice, Notice, Panel, Spinner, useFormats } from '../../ui/index.ts';
import { ConsentForm } from './consent-form.tsx';
import styles from './presenting.module.css';

export type ConsentPanelProps = {
  caseId: string;
  /** The name of the person who looks. */
  me: string;
  /** May record it or its change. */
  editable: boolean;
};

/** « Information et non-opposition »: what is recorded, who recorded it, and its form. Source: domain.md 6.1. */
export function ConsentPanel({ caseId, me, editable }: ConsentPanelProps) {
  const { t } = useTranslation('presenting');
  const { date, moment } = useFormats();
  const read = useRead('readConsent', { params: { caseId } });
  const [changing, setChanging] = useState(false);
  const consent = read.data ?? null;
  const recorded = consent !== null && !changing;
  return (
    <Panel
      id="consentement"
      title={t('consent.title')}
      actions={
        recorded &&
        editable && (
          <Button size="small" icon="edit" onPress={() => setChanging(true)}>
            {t('consent.change')}
          </Button>
        )
      }
    >
      {read.isPending && <Spinner size="block" />}
      {read.error && <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />}
      {recorded && (
        <div className={styles.questions}>
          {consent.opposition === 'objected' ? (
            <Notice tone="warning" title={t('consent.objected')}>
              <p>{t('consent.objectedWords')}</p>
            </Notice>
          ) : (
            <p>
              <strong>{t('consent.opposition_none')}.</strong>{' '}
              {t(consent.sharing ? 'consent.shared' : 'consent.notShared')}
            </p>
          )}
          <p className={styles.note}>
            {t('consent.told', {
              date: date(consent.informedOn),
              by: consent.informedBy,
              means: t(`consent.means_${consent.means}`).toLowerCase(),
            })}{' '}
            {t('consent.recordedBy', { name: consent.recordedBy, moment: moment(consent.recordedAt) })}
          </p>
        </div>
      )}
      {read.isSuccess && consent === null && !editable && <p>{t('consent.none')}</p>}
      {read.isSuccess && editable && !recorded && (
        <ConsentForm caseId={caseId} consent={consent} informedBy={me} onDone={() => setChanging(false)} />
      )}
    </Panel>
  );
}
