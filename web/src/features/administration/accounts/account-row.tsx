import type { AdministeredAccount } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useRead } from '../../../api/index.ts';
import { Badge, Button, ConfirmDialog, Menu, type MenuEntry, useFormats, useToast } from '../../../ui/index.ts';
import styles from '../administration.module.css';
import { ReasonDialog } from '../reason-dialog.tsx';

type Role = 'platform_administrator' | 'support' | null;
const refreshes = ['listAccounts'] as const;
const tones = { trial: 'warning', verified: 'success', closed: 'neutral' } as const;

/** One account, and what an administrator may do about it. */
export function AccountRow({ account }: { account: AdministeredAccount }) {
  const { t } = useTranslation('administration');
  const { date, moment } = useFormats();
  const toast = useToast();
  const { data: me } = useRead('readMe');
  const suspend = useCommand('suspendAccount', { refreshes });
  const restore = useCommand('restoreAccount', { refreshes });
  const setRole = useCommand('setPlatformRole', { refreshes });
  const [suspending, setSuspending] = useState(false);
  const [naming, setNaming] = useState<{ role: Role; label: string } | null>(null);
  const { accountId, name, standing, suspendedAt, roles } = account;
  const params = { accountId };
  const said = {
    onSuccess: () => toast.show({ tone: 'success', message: t('accounts.changed', { name }) }),
    onError: ({ message }: Error) => toast.show({ tone: 'danger', message }),
  };
  const can = (action: string) =>
    me?.abilities.some((ability) => ability === action) === true && me.accountId !== accountId;
  const role = (id: Role, label: string): MenuEntry => ({
    id: `role-${id}`,
    label,
    icon: 'key',
    onAction: () => setNaming({ role: id, label }),
  });
  const entries: MenuEntry[] = [
    ...(can('platform.manage')
      ? [
          ...(roles.includes('platform_administrator')
            ? []
            : [role('platform_administrator', t('accounts.makeAdministrator'))]),
          ...(roles.includes('support') ? [] : [role('support', t('accounts.makeSupport'))]),
          ...(roles.length > 0 ? [role(null, t('accounts.noRole'))] : []),
        ]
      : []),
    ...(can('account.suspend')
      ? [
          suspendedAt
            ? { id: 'restore', label: t('accounts.restore'), onAction: () => restore.mutate({ params }, said) }
            : { id: 'suspend', label: t('accounts.suspend'), isDangerous: true, onAction: () => setSuspending(true) },
        ]
      : []),
  ];
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <h3 className={styles.name}>{name}</h3>
        <span className={styles.badges}>
          {suspendedAt && <Badge tone="danger">{t('accounts.suspended')}</Badge>}
          <Badge tone={tones[standing]}>{t(`accounts.standing_${standing}`)}</Badge>
          {roles.map((id) => (
            <Badge key={id} tone="info">
              {t(`accounts.role_${id}`)}
            </Badge>
          ))}
        </span>
        {entries.length > 0 && (
          <Menu
            label={t('accounts.manage', { name })}
            trigger={<Button variant="quiet" size="small" icon="more" aria-label={t('accounts.manage', { name })} />}
            groups={[{ id: 'manage', entries }]}
          />
        )}
      </div>
      <p className={styles.soft}>
        {[account.profession, account.specialty, account.email].filter((word) => word !== '').join(' · ')}
      </p>
      <p>
        {account.rpps === null ? t('accounts.noNumber') : t('rpps', { number: account.rpps })} ·{' '}
        {t('accounts.passkeys', { count: account.passkeys })} ·{' '}
        {account.lastSeenAt ? t('accounts.seen', { at: moment(account.lastSeenAt) }) : t('accounts.neverSeen')}
      </p>
      {standing === 'trial' && account.trialEndsAt && (
        <p>{t('accounts.trialEnds', { date: date(account.trialEndsAt.slice(0, 10)) })}</p>
      )}
      {account.organisations.length > 0 && (
        <p className={styles.soft}>{t('organisations', { names: account.organisations.join(', ') })}</p>
      )}
      {suspendedAt && (
        <p>{t('accounts.suspendedSince', { at: moment(suspendedAt), reason: account.suspensionReason ?? '' })}</p>
      )}
      {naming && (
        <ConfirmDialog
          isDangerous={false}
          title={`${naming.label} : ${name}`}
          confirm={naming.label}
          isPending={setRole.isPending}
          onConfirm={() =>
            setRole.mutate({ params, body: { role: naming.role } }, { ...said, onSettled: () => setNaming(null) })
          }
          onClose={() => setNaming(null)}
        >
          {t(`accounts.roleWords_${naming.role ?? 'none'}`)}
        </ConfirmDialog>
      )}
      {suspending && (
        <ReasonDialog
          title={t('accounts.suspendTitle', { name })}
          label={t('accounts.suspendReason')}
          description={t('accounts.suspendWords')}
          action={t('accounts.suspend')}
          isDangerous
          isPending={suspend.isPending}
          error={suspend.error}
          onConfirm={(reason) =>
            suspend.mutate(
              { params, body: { reason } },
              {
                onSuccess: () => {
                  said.onSuccess();
                  setSuspending(false);
                },
              },
            )
          }
          onClose={() => setSuspending(false)}
        />
      )}
    </li>
  );
}
