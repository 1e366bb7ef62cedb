import type { Assistance } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { useRead } from '../api/index.ts';
import { phoneAddress } from '../lib/index.ts';
import { Button, Menu, type MenuEntry, type MenuGroup } from '../ui/index.ts';
import styles from './frame.module.css';

function contacts({ help }: Assistance, id: string): MenuEntry[] {
  return [
    ...(help.email === ''
      ? []
      : [{ id: `${id}-mail`, label: help.email, icon: 'mail' as const, href: `mailto:${help.email}` }]),
    ...(help.phone === ''
      ? []
      : [{ id: `${id}-phone`, label: help.phone, icon: 'phone' as const, href: phoneAddress(help.phone) }]),
  ];
}

/** « Assistance »: whom to write to or to call, from every page. Source: SC-07, OO-07. */
export function AssistanceMenu() {
  const { t } = useTranslation('app');
  const assistance = useRead('readAssistance');
  const say = (id: string, label: string): MenuGroup => ({ id, entries: [{ id, label, isDisabled: true }] });
  const found = (assistance.data ?? []).map((one, index) => ({
    id: `help-${index}`,
    title: one.name,
    entries: contacts(one, `help-${index}`),
  }));
  const groups: MenuGroup[] = [
    ...found,
    ...(assistance.isPending ? [say('reading', t('assistance.reading'))] : []),
    ...(assistance.data?.length === 0 ? [say('none', t('assistance.none'))] : []),
    ...(assistance.error
      ? [
          {
            id: 'failed',
            title: t('assistance.failed'),
            entries: [{ id: 'retry', label: t('assistance.retry'), onAction: () => void assistance.refetch() }],
          },
        ]
      : []),
    {
      id: 'tools',
      entries: [{ id: 'test', label: t('account.connectionTest'), icon: 'connection', href: '/test-de-connexion' }],
    },
  ];
  return (
    <Menu
      label={t('assistance.title')}
      trigger={
        <Button variant="quiet" icon="help" className={styles.assistance}>
          <span className={styles.assistanceWords}>{t('assistance.title')}</span>
        </Button>
      }
      header={<p className={styles.assistanceHead}>{t('assistance.words')}</p>}
      groups={groups}
    />
  );
}
