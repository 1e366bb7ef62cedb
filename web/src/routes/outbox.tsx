import { useTranslation } from 'react-i18next';
import { OutboxPanel, TextMessagesPanel } from '../features/notifications/index.ts';
import { PageHeader } from '../ui/index.ts';
import { PublicFrame } from './public-frame.tsx';

/** `/courriels`: the demonstration’s mails and text messages, for whoever is registering too. */
export function OutboxPage() {
  const { t } = useTranslation('notifications');
  return (
    <PublicFrame>
      <PageHeader title={t('outbox.title')} subtitle={t('outbox.subtitle')} />
      <TextMessagesPanel />
      <OutboxPanel />
    </PublicFrame>
  );
}
