import type { KnownDevice } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useRead } from '../../api/index.ts';
import {
  Badge,
  Button,
  ConfirmDialog,
  EmptyState,
  ErrorNotice,
  Panel,
  Spinner,
  useFormats,
  useToast,
} from '../../ui/index.ts';
import styles from './account.module.css';
import { PinDialog } from './pin-dialog.tsx';

function DeviceRow({ device, onPin, onForget }: { device: KnownDevice; onPin: () => void; onForget: () => void }) {
  const { t } = useTranslation('account');
  const { moment } = useFormats();
  const { name, current, hasPin, createdAt, lastSeenAt } = device;
  return (
    <li className={styles.row}>
      <div className={styles.rowWords}>
        <span className={styles.name}>{name}</span> {current && <Badge tone="accent">{t('devices.current')}</Badge>}
        <p className={styles.help}>
          {t('devices.since', { moment: moment(createdAt) })}, {t('devices.seen', { moment: moment(lastSeenAt) })},{' '}
          {t(hasPin ? 'devices.pin' : 'devices.noPin')}
        </p>
      </div>
      <div className={styles.rowActions}>
        {current && (
          <Button size="small" icon="lock" onPress={onPin}>
            {t(hasPin ? 'devices.changePin' : 'devices.choosePin')}
          </Button>
        )}
        <Button size="small" icon="trash" aria-label={t('devices.forgetOf', { name })} onPress={onForget}>
          {t('devices.forget')}
        </Button>
      </div>
    </li>
  );
}

/** The browsers that are remembered, and the four digits of this one. Source: PA-24. */
export function DevicesPanel() {
  const { t } = useTranslation('account');
  const { show } = useToast();
  const ways = useRead('readWaysIn');
  const [asked, setAsked] = useState<'pin' | KnownDevice | null>(null);
  const close = () => setAsked(null);
  const forget = useCommand('forgetDevice', { refreshes: ['readWaysIn', 'listSessions'] });
  return (
    <Panel id="appareils" title={t('devices.title')} padding={false}>
      <p className={styles.inset}>{t('devices.words')}</p>
      {ways.isPending && <Spinner size="block" />}
      {ways.error && (
        <div className={styles.inset}>
          <ErrorNotice error={ways.error} onRetry={() => void ways.refetch()} />
        </div>
      )}
      {ways.data?.devices.length === 0 && <EmptyState title={t('devices.none')} />}
      <ul>
        {ways.data?.devices.map((device) => (
          <DeviceRow
            key={device.deviceId}
            device={device}
            onPin={() => setAsked('pin')}
            onForget={() => setAsked(device)}
          />
        ))}
      </ul>
      {asked === 'pin' && <PinDialog onClose={close} />}
      {asked !== null && asked !== 'pin' && (
        <ConfirmDialog
          title={t('devices.forgetTitle')}
          confirm={t('devices.forget')}
          isPending={forget.isPending}
          error={forget.error}
          onConfirm={() =>
            forget.mutate(
              { params: { deviceId: asked.deviceId } },
              {
                onSuccess: () => {
                  show({ tone: 'success', message: t('devices.forgotten', { name: asked.name }) });
                  close();
                },
              },
            )
          }
          onClose={close}
        >
          {t('devices.forgetWords', { name: asked.name })}
        </ConfirmDialog>
      )}
    </Panel>
  );
}
