import type { GuestLink, Me } from '@concertation/shared/contracts';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { forgetReads, useCommand } from '../../api/index.ts';
import {
  Button,
  ErrorNotice,
  Icon,
  type IconName,
  LinkButton,
  Notice,
  StepHeading,
  useFormats,
} from '../../ui/index.ts';
import styles from './guests.module.css';

/** Before this many minutes ahead of its start, a meeting is not about to begin. */
const soonMinutes = 30;

function Fact({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <li className={styles.fact}>
      <Icon name={icon} size={20} />
      <span>{children}</span>
    </li>
  );
}

/** Which meeting, when: on the clock of the board, and on the reader's where it says something else. */
function What({ link: { boardName, startsAt, durationMinutes, timeZone } }: { link: GuestLink }) {
  const { t } = useTranslation('guests');
  const there = useFormats(timeZone);
  const here = useFormats();
  const elsewhere = there.meetingTime(startsAt) !== here.meetingTime(startsAt);
  return (
    <div className={styles.card}>
      <p className={styles.board}>{boardName}</p>
      <p className={styles.when}>
        <time dateTime={startsAt}>{there.meetingTime(startsAt)}</time>
        <span className={styles.soft}>{t('link.minutes', { count: durationMinutes })}</span>
      </p>
      {elsewhere && <p className={styles.soft}>{t('link.yourClock', { time: here.meetingTime(startsAt) })}</p>}
    </div>
  );
}

/** Following the link takes the place of whoever was signed in: nothing they read may stay. */
function useJoin(token: string) {
  const navigate = useNavigate();
  const open = useCommand('openGuestLink');
  const join = () =>
    open.mutate(
      { params: { token } },
      {
        onSuccess: ({ meetingId }) => {
          forgetReads();
          void navigate(`/reunions/${meetingId}?visio`, { replace: true });
        },
      },
    );
  return { join, open };
}

/** A guest's link: who invites, to what, when, as whom, and one button. Source: CM-08, CM-32; rule GST-7. */
export function GuestLinkCard({ token, link, me }: { token: string; link: GuestLink; me: Me | null }) {
  const { t } = useTranslation('guests');
  const { join, open } = useJoin(token);
  const account = me !== null && me.guestOf === null ? me : null;
  const [openedAt] = useState(() => Date.now());
  const isEarly = new Date(link.startsAt).getTime() - openedAt > soonMinutes * 60_000;
  const action = (
    <Button
      variant={account ? 'secondary' : 'primary'}
      icon="camera"
      className={styles.join}
      isPending={open.isPending}
      onPress={join}
    >
      {t(account ? 'link.joinAsGuest' : 'link.join')}
    </Button>
  );
  return (
    <div className={styles.link}>
      <StepHeading>{t('link.invites', { by: link.invitedBy })}</StepHeading>
      <What link={link} />
      <div className={styles.as}>
        <p className={styles.soft}>{t('link.as')}</p>
        <p className={styles.name}>
          {link.name}, <span className={styles.quality}>{link.quality}</span>
        </p>
        <p className={styles.soft}>{t('link.vouched', { by: link.invitedBy })}</p>
      </div>
      {account ? (
        <>
          <Notice title={t('link.account', { name: account.name })}>
            <p>{t('link.accountWords')}</p>
          </Notice>
          <div className={styles.ways}>
            <LinkButton variant="primary" className={styles.join} href={`/reunions/${link.meetingId}`}>
              {t('link.keepAccount')}
            </LinkButton>
            {action}
          </div>
        </>
      ) : (
        action
      )}
      {open.error && <ErrorNotice error={open.error} />}
      {isEarly && <p>{t('link.early')}</p>}
      <ul className={styles.facts}>
        <Fact icon="check">{t('link.nothing')}</Fact>
        <Fact icon="patients">{t('link.sees')}</Fact>
        <Fact icon="lock">{t('link.notRecorded')}</Fact>
      </ul>
    </div>
  );
}
