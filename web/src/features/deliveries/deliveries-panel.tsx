import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/index.ts';
import { ErrorNotice, Panel, Spinner } from '../../ui/index.ts';
import styles from './deliveries.module.css';
import { DeliveryRow } from './delivery-row.tsx';

/**
 * « Diffusion » of a signed report: each recipient, how the report goes to them and what became of it; who runs the meeting
 * sends again, gives an address, or says how it was handed over. Source: CM-35, CM-37, CM-38.
 */
export function DeliveriesPanel({ reportId, mayRun, level = 2 }: { reportId: string; mayRun: boolean; level?: 2 | 3 }) {
  const { t } = useTranslation('deliveries');
  const read = useRead('listDeliveries', { params: { reportId } }, { refreshEvery: 15_000 });
  return (
    <Panel title={t('title')} level={level} padding={false}>
      {read.isPending && <Spinner size="block" label={t('loading')} />}
      {read.error && (
        <div className={styles.inset}>
          <ErrorNotice title={t('failed')} error={read.error} onRetry={() => void read.refetch()} />
        </div>
      )}
      {read.data?.length === 0 && <p className={styles.inset}>{t('none')}</p>}
      {read.data && read.data.length > 0 && (
        <ul className={styles.rows}>
          {read.data.map((delivery) => (
            <DeliveryRow key={delivery.deliveryId} delivery={delivery} mayRun={mayRun} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
