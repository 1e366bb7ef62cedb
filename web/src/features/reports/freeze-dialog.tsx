import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, ErrorNotice, Notice, Spinner } from '../../ui/index.ts';
import { ForbiddenPlace } from './forbidden-place.tsx';
import { FreezeFields } from './freeze-fields.tsx';
import styles from './freeze-dialog.module.css';
import { GapList } from './gap-list.tsx';
import { useFreeze } from './use-freeze.ts';

type Props = { reportId: string; isOpen: boolean; onClose: () => void; goToAttendance: () => void };

/** Freezes a report: what it lacks, then the check of identity with two identifiers, which this screen never fills. */
export function FreezeDialog({ isOpen, ...props }: Props) {
  return isOpen ? <OpenFreezeDialog {...props} /> : null;
}

function OpenFreezeDialog({ reportId, onClose, goToAttendance }: Omit<Props, 'isOpen'>) {
  const { t } = useTranslation('reports');
  const form = useId();
  const freeze = useFreeze(reportId, onClose);
  const { gaps, error } = freeze;

  /** Leaves the dialog for a place of the page, once the dialog has given the focus back. */
  function leaveFor(go: () => void): void {
    onClose();
    requestAnimationFrame(() => requestAnimationFrame(go));
  }

  return (
    <Dialog
      role="alertdialog"
      title={t('freeze.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('freeze.cancel')}</Button>
          <Button
            variant="danger"
            type="submit"
            form={form}
            icon="lock"
            isPending={freeze.isPending}
            isDisabled={gaps.data === undefined}
          >
            {t('freeze.confirm')}
          </Button>
        </>
      }
    >
      <Notice tone="warning">
        <p>{t('freeze.warning')}</p>
      </Notice>
      {gaps.isPending && <Spinner label={t('freeze.checking')} />}
      {gaps.error && <ErrorNotice error={gaps.error} onRetry={() => void gaps.refetch()} />}
      {gaps.data && (
        <GapList reportId={reportId} gaps={gaps.data} leaveFor={leaveFor} goToAttendance={goToAttendance} />
      )}
      <form id={form} className={styles.form} onSubmit={freeze.submit} noValidate>
        <FreezeFields freeze={freeze} />
      </form>
      {error && <ErrorNotice error={error} />}
      {error?.code === 'report_text' && (
        <ForbiddenPlace reportId={reportId} details={error.details} leaveFor={leaveFor} />
      )}
    </Dialog>
  );
}
