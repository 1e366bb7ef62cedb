import type { Passkey } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/index.ts';
import { Badge, Button, EmptyState, ErrorNotice, Panel, Spinner, useFormats } from '../../ui/index.ts';
import styles from './account.module.css';
import { AddPasskeyDialog } from './add-passkey-dialog.tsx';
import { RemovePasskeyDialog } from './remove-passkey-dialog.tsx';
import { RenamePasskeyDialog } from './rename-passkey-dialog.tsx';

type Asked = { what: 'add'; permanent?: boolean } | { what: 'rename' | 'remove'; passkey: Passkey } | null;

function PasskeyRow({ passkey, isLast, onAsk }: { passkey: Passkey; isLast: boolean; onAsk: (asked: Asked) => void }) {
  const { t } = useTranslation('account');
  const { moment } = useFormats();
  const { name, createdAt, lastUsedAt, synced } = passkey;
  return (
    <li className={styles.row}>
      <div className={styles.rowWords}>
        <span className={styles.name}>{name}</span> <Badge>{t(synced ? 'passkeys.synced' : 'passkeys.bound')}</Badge>
        <p className={styles.help}>
          {t('passkeys.created', { moment: moment(createdAt) })},{' '}
          {lastUsedAt ? t('passkeys.used', { moment: moment(lastUsedAt) }) : t('passkeys.unused')}
        </p>
        {isLast && <p className={styles.help}>{t('passkeys.last')}</p>}
      </div>
      <div className={styles.rowActions}>
        <Button
          size="small"
          icon="edit"
          aria-label={t('passkeys.renameOf', { name })}
          onPress={() => onAsk({ what: 'rename', passkey })}
        >
          {t('passkeys.rename')}
        </Button>
        {!isLast && (
          <Button
            size="small"
            icon="trash"
            aria-label={t('passkeys.removeOf', { name })}
            onPress={() => onAsk({ what: 'remove', passkey })}
          >
            {t('passkeys.remove')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** The account's passkeys: add (at once with `adds`), rename, remove; the last one stays and says why. Source: SC-53, SC-54. */
export function PasskeysPanel({
  demonstration,
  adds = false,
  onEnded,
}: {
  demonstration: boolean;
  adds?: boolean;
  /** What `adds` asked for is done, or given up. */
  onEnded: () => void;
}) {
  const { t } = useTranslation('account');
  const passkeys = useRead('listPasskeys');
  const [asked, setAsked] = useState<Asked>(adds ? { what: 'add', permanent: true } : null);
  const close = () => {
    setAsked(null);
    onEnded();
  };
  const list = passkeys.data ?? [];
  const ways = useRead('readWaysIn');
  // What the server refuses (`passkey_last`) is not offered: nothing else would open the account.
  const isOnlyWay =
    list.length === 1 && !demonstration && ways.data?.passwordChangedAt === null && !ways.data.proSanteConnect;
  return (
    <Panel
      id="cles"
      title={t('passkeys.title')}
      padding={false}
      actions={
        <Button size="small" icon="add" onPress={() => setAsked({ what: 'add' })}>
          {t('passkeys.add')}
        </Button>
      }
    >
      {passkeys.isPending && <Spinner size="block" />}
      {passkeys.error && (
        <div className={styles.inset}>
          <ErrorNotice error={passkeys.error} onRetry={() => void passkeys.refetch()} />
        </div>
      )}
      {passkeys.isSuccess && list.length === 0 && (
        <EmptyState title={t('passkeys.none')}>{t('passkeys.noneWords')}</EmptyState>
      )}
      <ul>
        {list.map((passkey) => (
          <PasskeyRow key={passkey.id} passkey={passkey} isLast={isOnlyWay} onAsk={setAsked} />
        ))}
      </ul>
      {asked?.what === 'add' && <AddPasskeyDialog permanent={asked.permanent ?? false} onClose={close} />}
      {asked?.what === 'rename' && <RenamePasskeyDialog passkey={asked.passkey} onClose={close} />}
      {asked?.what === 'remove' && <RemovePasskeyDialog passkey={asked.passkey} onClose={close} />}
    </Panel>
  );
}
