import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../api/index.ts';
import { InvitationCard } from '../features/boards/index.ts';
import { ErrorNotice, LinkButton, Notice, Spinner, StepHeading, useDocumentTitle } from '../ui/index.ts';
import { Entrance } from './entrance.tsx';

function Invitation({ token }: { token: string }) {
  const { t } = useTranslation('boards');
  const invitation = useRead('readInvitation', { params: { token } });
  const me = useRead('readMe');
  const { code } = invitation.error ?? {};
  if (code === 'invitation_ended' || code === 'not_found')
    return (
      <Notice
        tone="warning"
        title={t('invitation.unknown')}
        actions={<LinkButton href="/">{t('invitation.home')}</LinkButton>}
      >
        <p>{invitation.error?.message}</p>
      </Notice>
    );
  if (invitation.error) return <ErrorNotice error={invitation.error} onRetry={() => void invitation.refetch()} />;
  if (me.error && me.error.code !== 'signed_out')
    return <ErrorNotice error={me.error} onRetry={() => void me.refetch()} />;
  if (!invitation.data || me.isPending) return <Spinner size="block" />;
  return <InvitationCard token={token} invitation={invitation.data} signedInAs={me.data?.name ?? null} />;
}

/** `/invitation/:token`, open to anybody who holds the link. */
export function InvitationPage() {
  const { t } = useTranslation('boards');
  const { token = '' } = useParams();
  useDocumentTitle(t('invitation.title'));
  return (
    <Entrance>
      <StepHeading>{t('invitation.title')}</StepHeading>
      <Invitation key={token} token={token} />
    </Entrance>
  );
}
