import type { Delivery } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { Badge, Button, ErrorNotice, useToast } from '../../ui/index.ts';
import { AddressDialog } from './address-dialog.tsx';
import styles from './deliveries.module.css';
import { refreshes } from './refreshes.ts';
import { SettleDialog } from './settle-dialog.tsx';
import { useDeliveryWords } from './use-delivery-words.ts';

function Acts({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation('deliveries');
  const { show } = useToast();
  const [asking, setAsking] = useState<'address' | 'settlement' | null>(null);
  const send = useCommand('sendDelivery', { refreshes });
  const { reportId, deliveryId, name, channel, address } = delivery;
  const knowsWhere = channel === 'product' || address !== null;
  const again = () =>
    send.mutate(
      { params: { reportId, deliveryId }, body: {} },
      { onSuccess: () => show({ tone: 'success', message: t('resent', { name }) }) },
    );
  return (
    <div className={styles.acts}>
      {send.error && <ErrorNotice error={send.error} />}
      {knowsWhere && (
        <Button size="small" isPending={send.isPending} onPress={again} aria-label={t('resendTo', { name })}>
          {t('resend')}
        </Button>
      )}
      <Button
        size="small"
        variant={knowsWhere ? 'quiet' : 'secondary'}
        onPress={() => setAsking('address')}
        aria-label={t(address === null ? 'giveAddressTo' : 'changeAddressOf', { name })}
      >
        {t(address === null ? 'giveAddress' : 'changeAddress')}
      </Button>
      <Button size="small" variant="quiet" onPress={() => setAsking('settlement')} aria-label={t('settleOf', { name })}>
        {t('settle')}
      </Button>
      {asking === 'address' && <AddressDialog delivery={delivery} onClose={() => setAsking(null)} />}
      {asking === 'settlement' && <SettleDialog delivery={delivery} onClose={() => setAsking(null)} />}
    </div>
  );
}

/** One recipient: who, how, how far it is in words, what failed and what to do about it. */
export function DeliveryRow({ delivery, mayRun }: { delivery: Delivery; mayRun: boolean }) {
  const { t } = useTranslation('deliveries');
  const words = useDeliveryWords();
  const { name, role, settlement, state } = delivery;
  const isOpen = state === 'waiting' || state === 'sent' || state === 'failed';
  const problem = words.problem(delivery);
  const when = words.when(delivery);
  return (
    <li>
      <div className={styles.words}>
        <p>
          <span className={styles.name}>{name}</span> <span className={styles.soft}>{t(`role.${role}`)}</span>
        </p>
        <p className={styles.soft}>{words.how(delivery)}</p>
        {settlement !== null && <p className={styles.problem}>{settlement}</p>}
        {problem !== null && <p className={styles.problem}>{problem}</p>}
      </div>
      <p className={styles.state}>
        <Badge tone={words.tone(delivery)}>{words.state(delivery)}</Badge>
        {when !== null && <span className={styles.soft}>{when}</span>}
      </p>
      {mayRun && isOpen && <Acts delivery={delivery} />}
    </li>
  );
}
