import type { Delivery } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { type Tone, useFormats } from '../../ui/index.ts';

const tones: Record<Delivery['state'], Tone> = {
  waiting: 'info',
  sent: 'info',
  delivered: 'success',
  read: 'success',
  failed: 'danger',
  settled: 'neutral',
};

/** Failures that their code alone explains. */
const explained = ['too_large', 'no_identifiers'] as const;

/** What is said of a delivery: how it went, how far it is and since when, what failed and what to do. */
export function useDeliveryWords() {
  const { t } = useTranslation('deliveries');
  const { moment } = useFormats();
  const wasReplaced = ({ state, settlement }: Delivery) => state === 'settled' && settlement === null;

  function problem(delivery: Delivery): string | null {
    const { failure, code } = delivery;
    if (wasReplaced(delivery)) return t('replaced');
    if (failure === null) return null;
    const known = explained.find((one) => one === code);
    if (known) return t(`failure.${known}`);
    return t(`failure.${failure}`, { code: code === null ? '' : t('code', { code }) });
  }

  function state(delivery: Delivery): string {
    if (wasReplaced(delivery)) return t('state.settled_replaced');
    return t(`state.${delivery.state === 'sent' && delivery.channel === 'product' ? 'sent_product' : delivery.state}`);
  }

  return {
    tone: (delivery: Delivery) => tones[delivery.state],
    state,
    problem,
    how: ({ channel, address }: Delivery) => t(`channel.${channel}`, { address: address ?? '' }),
    when({ settledAt, sentAt }: Delivery): string | null {
      const at = settledAt ?? sentAt;
      return at === null ? null : t('at', { moment: moment(at) });
    },
  };
}
