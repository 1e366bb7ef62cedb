import type { InvitationDetail } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/index.ts';
import { Button, ErrorNotice, LinkButton, Notice, useFormats } from '../../../ui/index.ts';
import { useBoardWords } from '../words/use-board-words.ts';
import styles from './invitation.module.css';

function What({ invitation: { invitedBy, boardName, meetingStartsAt, role } }: { invitation: InvitationDetail }) {
  const { t } = useTranslation('boards');
  const words = useBoardWords();
  const { meetingTime } = useFormats();
  if (boardName === null) return <p className={styles.what}>{t('invitation.product', { by: invitedBy })}</p>;
  return (
    <>
      <p className={styles.what}>{t(meetingStartsAt ? 'invitation.meeting' : 'invitation.board', { by: invitedBy })}</p>
      <dl className={styles.card}>
        <dt className={styles.name}>{boardName}</dt>
        {meetingStartsAt && (
          <dd>
            <time dateTime={meetingStartsAt}>{meetingTime(meetingStartsAt)}</time>
          </dd>
        )}
        {role && (
          <dd>
            {t('invitation.as', { role: words.role(role) })} {t(`may.${role}`)}
          </dd>
        )}
      </dl>
    </>
  );
}

/** What an invitation is for, and how to accept it: at once when signed in, otherwise after coming in. */
export function InvitationCard({
  token,
  invitation,
  signedInAs,
}: {
  token: string;
  invitation: InvitationDetail;
  /** The name of whoever is signed in; null: nobody. */
  signedInAs: string | null;
}) {
  const { t } = useTranslation('boards');
  const navigate = useNavigate();
  const accept = useCommand('acceptInvitation', { refreshes: ['readInvitation', 'listBoards', 'listMeetings'] });
  const back = `?vers=${encodeURIComponent(`/invitation/${token}`)}`;
  if (invitation.state === 'expired')
    return (
      <Notice tone="warning" title={t('invitation.expired')}>
        <p>{t('invitation.expiredWords', { by: invitation.invitedBy })}</p>
      </Notice>
    );
  return (
    <div className={styles.stack}>
      <What invitation={invitation} />
      {invitation.state === 'accepted' && <Notice title={t('invitation.accepted')} />}
      {accept.error && <ErrorNotice error={accept.error} />}
      {signedInAs === null ? (
        <>
          <p>{t('invitation.comeIn')}</p>
          <p className={styles.actions}>
            <LinkButton href={`/connexion${back}`} variant="primary" icon="key">
              {t('invitation.signIn')}
            </LinkButton>
            <LinkButton href={`/inscription${back}`}>{t('invitation.signUp')}</LinkButton>
          </p>
        </>
      ) : (
        <p className={styles.actions}>
          <Button
            variant="primary"
            icon="check"
            isPending={accept.isPending}
            onPress={() =>
              accept.mutate(
                { params: { token } },
                {
                  onSuccess: ({ boardId, meetingId }) =>
                    void navigate(meetingId ? `/reunions/${meetingId}` : boardId ? `/staff/${boardId}` : '/', {
                      replace: true,
                    }),
                },
              )
            }
          >
            {t(invitation.state === 'accepted' ? 'invitation.open' : 'invitation.accept')}
          </Button>
          <span className={styles.soft}>{t('invitation.signedInAs', { name: signedInAs })}</span>
        </p>
      )}
    </div>
  );
}
