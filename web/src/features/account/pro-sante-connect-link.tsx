import { proSanteConnectPath } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useCommand, useRead } from '../../api/index.ts';
import { Button, ConfirmDialog, Dialog, ErrorNotice, LinkButton, Notice, Spinner, useToast } from '../../ui/index.ts';

const refreshes = ['readWaysIn', 'readMe', 'readProfile', 'readOwnValidation'] as const;

/** Whom Pro Santé Connect has just named in this browser: linked to this account once it is confirmed. */
function LinkDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('account');
  const { show } = useToast();
  const identity = useRead('readProvenIdentity');
  const link = useCommand('linkProSanteConnect', { refreshes });
  const confirm = () =>
    link.mutate(
      {},
      {
        onSuccess: () => {
          show({ tone: 'success', message: t('proSante.linked') });
          onClose();
        },
      },
    );
  return (
    <Dialog
      isOpen
      title={t('proSante.linkTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          {identity.data && (
            <Button variant="primary" isPending={link.isPending} onPress={confirm}>
              {t('proSante.link')}
            </Button>
          )}
        </>
      }
    >
      {identity.isPending && <Spinner size="block" />}
      {identity.error && <ErrorNotice error={identity.error} onRetry={() => void identity.refetch()} />}
      {identity.data === null && <Notice tone="warning">{t('proSante.late')}</Notice>}
      {identity.data && (
        <p>
          {t('proSante.named', { name: `${identity.data.givenName} ${identity.data.familyName}` })}
          {identity.data.rpps !== null && ` ${t('proSante.number', { number: identity.data.rpps })}`}
        </p>
      )}
      {identity.data && <p>{t('proSante.linkWords')}</p>}
      {link.error && <ErrorNotice error={link.error} />}
    </Dialog>
  );
}

/** Links an account to Pro Santé Connect, or takes the link away. Source: PA-12. */
export function ProSanteConnectLink({ linked }: { linked: boolean }) {
  const { t } = useTranslation('account');
  const { show } = useToast();
  const [search, setSearch] = useSearchParams();
  const [leaving, setLeaving] = useState(false);
  const unlink = useCommand('unlinkProSanteConnect', { refreshes: [...refreshes, 'listSessions'] });
  const told = search.get('psc');
  const forget = () => setSearch({}, { replace: true });
  return (
    <>
      {linked ? (
        <Button size="small" aria-label={t('proSante.unlinkOf')} onPress={() => setLeaving(true)}>
          {t('proSante.unlink')}
        </Button>
      ) : (
        <LinkButton size="small" href={`${proSanteConnectPath}?purpose=link`} target="_self">
          {t('ways.link')}
        </LinkButton>
      )}
      {told === 'refused' && <Notice tone="danger">{t('proSante.refused')}</Notice>}
      {told === 'named' && <LinkDialog onClose={forget} />}
      {leaving && (
        <ConfirmDialog
          title={t('proSante.unlinkOf')}
          confirm={t('proSante.unlink')}
          isPending={unlink.isPending}
          error={unlink.error}
          onConfirm={() =>
            unlink.mutate(
              {},
              {
                onSuccess: () => {
                  show({ tone: 'success', message: t('proSante.unlinked') });
                  setLeaving(false);
                },
              },
            )
          }
          onClose={() => setLeaving(false)}
        >
          {t('proSante.unlinkWords')}
        </ConfirmDialog>
      )}
    </>
  );
}
