import type { CohortDetail } from '@concertation/shared/contracts';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/index.ts';
import { Button, ErrorNotice, Menu, PageHeader, Spinner } from '../../ui/index.ts';
import { CohortCasesPanel } from './cohort-cases-panel.tsx';
import { CohortMembersPanel, type PickerSlot } from './cohort-members-panel.tsx';
import styles from './cohorts.module.css';
import { EditCohortDialog } from './edit-cohort-dialog.tsx';
import { RemoveCohortDialog } from './remove-cohort-dialog.tsx';

function Manage({ cohort, onRemoved }: { cohort: CohortDetail; onRemoved: () => void }) {
  const { t } = useTranslation('cohorts');
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Menu
        label={t('manage.title')}
        trigger={<Button icon="more">{t('manage.title')}</Button>}
        groups={[
          {
            id: 'manage',
            entries: [
              { id: 'edit', label: t('manage.edit'), icon: 'edit', onAction: () => setOpen('edit') },
              {
                id: 'remove',
                label: t('manage.remove'),
                icon: 'trash',
                isDangerous: true,
                onAction: () => setOpen('remove'),
              },
            ],
          },
        ]}
      />
      {open === 'edit' && <EditCohortDialog cohort={cohort} onClose={close} />}
      {open === 'remove' && <RemoveCohortDialog cohort={cohort} onClose={close} onRemoved={onRemoved} />}
    </>
  );
}

/** One cohort: those of its cases that the reader may read, who shares it, and what its owner does. Source: SC-35. */
export function CohortScreen({
  cohortId,
  renderPicker,
  notFound,
  onRemoved,
}: {
  cohortId: string;
  renderPicker: (slot: PickerSlot) => ReactNode;
  notFound: ReactNode;
  onRemoved: () => void;
}) {
  const { t } = useTranslation('cohorts');
  const read = useRead('readCohort', { params: { cohortId } });
  if (read.error?.code === 'not_found') return notFound;
  if (!read.data)
    return read.error ? (
      <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />
    ) : (
      <Spinner size="block" label={t('detail.loading')} />
    );
  const cohort = read.data;
  const manages = cohort.abilities.includes('cohort.manage');
  return (
    <>
      <PageHeader
        title={cohort.name}
        back={{ href: '/cohortes', label: t('title') }}
        subtitle={cohort.description !== '' && <p className={styles.description}>{cohort.description}</p>}
        actions={manages && <Manage cohort={cohort} onRemoved={onRemoved} />}
      />
      <div className={styles.columns}>
        <CohortCasesPanel cohort={cohort} />
        <CohortMembersPanel cohort={cohort} manages={manages} renderPicker={renderPicker} />
      </div>
    </>
  );
}
