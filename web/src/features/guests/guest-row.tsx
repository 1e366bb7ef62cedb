import type { MeetingGuest } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { Badge, Button, Menu, type Tone } from '../../ui/index.ts';
import styles from './guests.module.css';

const tones = { invited: 'info', came: 'success', withdrawn: 'neutral', expired: 'neutral' } as const satisfies Record<
  MeetingGuest['state'],
  Tone
>;

type Props = {
  guest: MeetingGuest;
  /** Null once the meeting is over. */
  onRenew: (() => void) | null;
  onWithdraw: (() => void) | null;
};

/** One guest with a personal link, and what may be done of it. */
export function GuestRow({ guest, onRenew, onWithdraw }: Props) {
  const { t } = useTranslation('guests');
  const { name, quality, email, invitedBy, state } = guest;
  const isLive = state === 'invited' || state === 'came';
  return (
    <li className={styles.row}>
      <span className={styles.rowWords}>
        <span className={styles.name}>{name}</span>
        <span className={styles.soft}>{quality}</span>
        <span className={styles.soft}>
          {email} · {t('guests.by', { by: invitedBy })}
        </span>
      </span>
      <Badge tone={tones[state]}>{t(`guests.state.${state}`)}</Badge>
      {isLive && onRenew && onWithdraw && (
        <Menu
          label={t('guests.actions', { name })}
          trigger={<Button size="small" variant="quiet" icon="more" aria-label={t('guests.actions', { name })} />}
          groups={[
            {
              id: 'actions',
              entries: [
                { id: 'renew', label: t('guests.renew'), icon: 'mail', onAction: onRenew },
                {
                  id: 'withdraw',
                  label: t('guests.withdraw'),
                  icon: 'close',
                  isDangerous: true,
                  onAction: onWithdraw,
                },
              ],
            },
          ]}
        />
      )}
    </li>
  );
}
