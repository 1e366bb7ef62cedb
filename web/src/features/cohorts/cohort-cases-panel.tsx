import type { CohortDetail } from '@concertation/shared/contracts';
import { useState } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { call, download, refreshFacts, useCommand } from '../../api/index.ts';
import { presentPatientName } from '../../lib/index.ts';
import { Button, EmptyState, Icon, IdentityBanner, LinkButton, Panel, useFormats, useToast } from '../../ui/index.ts';
import styles from './cohorts.module.css';

type CohortCase = CohortDetail['cases'][number];

/** Takes a case out; the message offers to put it back. */
function TakeOut({ cohortId, one: { caseId, patient } }: { cohortId: string; one: CohortCase }) {
  const { t } = useTranslation('cohorts');
  const { show } = useToast();
  const remove = useCommand('removeCohortCase', { refreshes: ['readCohort', 'listCohorts'] });
  const name = presentPatientName(patient);
  const putBack = async () => {
    try {
      await call('addCohortCase', { params: { cohortId }, body: { caseId } });
      await refreshFacts('readCohort', { params: { cohortId } });
    } catch (error) {
      show({ tone: 'danger', message: error instanceof Error ? error.message : t('detail.failed') });
    }
  };
  return (
    <Button
      variant="quiet"
      size="small"
      icon="close"
      isPending={remove.isPending}
      aria-label={t('detail.takeOut', { name })}
      onPress={() =>
        remove.mutate(
          { params: { cohortId, caseId } },
          {
            onSuccess: () =>
              show({
                message: t('detail.takenOut', { name }),
                action: { label: t('detail.putBack'), onAction: () => void putBack() },
              }),
            onError: ({ message }) => show({ tone: 'danger', message }),
          },
        )
      }
    />
  );
}

function Export({ cohortId }: { cohortId: string }) {
  const { t } = useTranslation('cohorts');
  const { show } = useToast();
  const [isPending, setPending] = useState(false);
  const save = async () => {
    setPending(true);
    try {
      const name = await download('exportCohort', { params: { cohortId } }, 'cohorte.csv');
      show({ tone: 'success', message: t('detail.exported', { name }) });
    } catch (error) {
      show({ tone: 'danger', message: error instanceof Error ? error.message : t('detail.failed') });
    } finally {
      setPending(false);
    }
  };
  return (
    <Button icon="download" isPending={isPending} onPress={() => void save()}>
      {t('detail.export')}
    </Button>
  );
}

/** The cases of a cohort that the reader may read; the others are only counted. */
export function CohortCasesPanel({ cohort: { cohortId, cases, reserved } }: { cohort: CohortDetail }) {
  const { t } = useTranslation('cohorts');
  const { moment } = useFormats();
  return (
    <Panel
      title={t('detail.cases')}
      padding={false}
      actions={
        <>
          <span className={styles.soft}>{t('cases', { count: cases.length })}</span>
          {cases.length > 0 && <Export cohortId={cohortId} />}
        </>
      }
    >
      {cases.length === 0 && (
        <EmptyState title={t('detail.none')} action={<LinkButton href="/">{t('detail.toPatients')}</LinkButton>}>
          {t('detail.noneWords')}
        </EmptyState>
      )}
      {cases.length > 0 && (
        <ul className={styles.rows}>
          {cases.map((one) => (
            <li key={one.caseId} className={styles.case}>
              <span className={styles.rowWords}>
                <Link href={`/dossiers/${one.caseId}`} className={styles.identity ?? ''}>
                  <IdentityBanner patient={one.patient} variant="line" />
                </Link>
                <span className={styles.soft}>{t('detail.addedAt', { date: moment(one.addedAt) })}</span>
              </span>
              <TakeOut cohortId={cohortId} one={one} />
            </li>
          ))}
        </ul>
      )}
      {reserved > 0 && (
        <p className={styles.reserved}>
          <Icon name="lock" size={16} />
          {t('detail.reserved', { count: reserved })}
        </p>
      )}
    </Panel>
  );
}
