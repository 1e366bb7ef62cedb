import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../api/index.ts';
import { GuestLinkCard } from '../features/guests/index.ts';
import { HelpContacts } from '../features/organisations/index.ts';
import { ErrorNotice, Notice, Spinner, StepHeading, useDocumentTitle } from '../ui/index.ts';
import { Entrance } from './entrance.tsx';

function Link({ token }: { token: string }) {
  const { t } = useTranslation('guests');
  const link = useRead('readGuestLink', { params: { token } });
  const me = useRead('readMe');
  const { code } = link.error ?? {};
  if (code === 'invitation_ended' || code === 'not_found')
    return (
      <>
        <StepHeading>{t('link.title')}</StepHeading>
        <Notice tone="warning" title={t('link.ended')}>
          <p>{t('link.endedWords')}</p>
        </Notice>
        <HelpContacts />
      </>
    );
  const isNobody = me.error?.code === 'signed_out';
  if (link.data && (me.data || isNobody)) return <GuestLinkCard token={token} link={link.data} me={me.data ?? null} />;
  const failed = [link, me].find(({ error }) => error && !(isNobody && error === me.error));
  return (
    <>
      <StepHeading>{t('link.title')}</StepHeading>
      {failed?.error ? (
        <>
          <ErrorNotice error={failed.error} onRetry={() => void failed.refetch()} />
          <HelpContacts />
        </>
      ) : (
        <Spinner size="block" label={t('link.loading')} />
      )}
    </>
  );
}

/** `/invite/:token`, for whoever received the link of a meeting: no account, one button. Source: CM-08, CM-32. */
export function GuestLinkPage() {
  const { t } = useTranslation('guests');
  const { token = '' } = useParams();
  useDocumentTitle(t('link.title'));
  return (
    <Entrance>
      <Link key={token} token={token} />
    </Entrance>
  );
}
