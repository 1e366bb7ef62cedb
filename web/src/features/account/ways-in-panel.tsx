import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useRead } from '../../api/index.ts';
import { Button, ConfirmDialog, ErrorNotice, Panel, Spinner, useFormats, useToast } from '../../ui/index.ts';
import styles from './account.module.css';
import { CodeApplicationDialog } from './code-application-dialog.tsx';
import { PasswordDialog } from './password-dialog.tsx';
import { ProSanteConnectLink } from './pro-sante-connect-link.tsx';
import { RecoveryCodesDialog } from './recovery-codes-dialog.tsx';

type Asked = 'password' | 'removePassword' | 'install' | 'uninstall' | 'codes' | null;

function Way({ name, words, children }: { name: string; words: string; children: ReactNode }) {
  return (
    <li className={styles.row}>
      <div className={styles.rowWords}>
        <span className={styles.name}>{name}</span>
        <p className={styles.help}>{words}</p>
      </div>
      <div className={styles.rowActions}>{children}</div>
    </li>
  );
}

/** What opens the account beside passkeys: password, application of codes, printed codes, Pro Santé Connect. Source: SC-37. */
export function WaysInPanel({ proSanteConnect }: { proSanteConnect: boolean }) {
  const { t } = useTranslation('account');
  const { moment } = useFormats();
  const { show } = useToast();
  const ways = useRead('readWaysIn');
  const [asked, setAsked] = useState<Asked>(null);
  const close = () => setAsked(null);
  const told = (message: string) => () => {
    show({ tone: 'success', message });
    close();
  };
  const removePassword = useCommand('removePassword', { refreshes: ['readWaysIn', 'listSessions'] });
  const uninstall = useCommand('removeCodeApplication', { refreshes: ['readWaysIn'] });
  const make = useCommand('makeRecoveryCodes', { refreshes: ['readWaysIn'] });
  const { data } = ways;
  const makeCodes = () => make.mutate({}, { onSuccess: () => setAsked(null) });
  return (
    <Panel id="mot-de-passe" title={t('ways.title')} padding={false}>
      {ways.isPending && <Spinner size="block" />}
      {ways.error && (
        <div className={styles.inset}>
          <ErrorNotice error={ways.error} onRetry={() => void ways.refetch()} />
        </div>
      )}
      {data && (
        <ul>
          <Way
            name={t('ways.password')}
            words={
              data.passwordChangedAt
                ? t('ways.passwordSet', { date: moment(data.passwordChangedAt) })
                : t('ways.passwordNone')
            }
          >
            <Button size="small" onPress={() => setAsked('password')}>
              {t(data.passwordChangedAt ? 'ways.change' : 'ways.choose')}
            </Button>
            {data.passwordChangedAt && (
              <Button
                size="small"
                icon="trash"
                aria-label={t('ways.removePasswordOf')}
                onPress={() => setAsked('removePassword')}
              >
                {t('ways.removePassword')}
              </Button>
            )}
          </Way>
          <Way
            name={t('ways.application')}
            words={t(data.codeApplication ? 'ways.applicationOn' : 'ways.applicationOff')}
          >
            {data.codeApplication ? (
              <Button
                size="small"
                icon="trash"
                aria-label={t('ways.uninstallOf')}
                onPress={() => setAsked('uninstall')}
              >
                {t('ways.uninstall')}
              </Button>
            ) : (
              <Button size="small" aria-label={t('ways.installOf')} onPress={() => setAsked('install')}>
                {t('ways.install')}
              </Button>
            )}
          </Way>
          <Way
            name={t('ways.recovery')}
            words={
              data.recoveryCodesLeft > 0
                ? t('ways.recoveryLeft', { count: data.recoveryCodesLeft })
                : t('ways.recoveryNone')
            }
          >
            <Button
              size="small"
              isPending={make.isPending}
              onPress={() => (data.recoveryCodesLeft > 0 ? setAsked('codes') : makeCodes())}
            >
              {t(data.recoveryCodesLeft > 0 ? 'ways.makeAgain' : 'ways.make')}
            </Button>
          </Way>
          {proSanteConnect && (
            <Way name={t('ways.proSante')} words={t(data.proSanteConnect ? 'ways.proSanteOn' : 'ways.proSanteOff')}>
              <ProSanteConnectLink linked={data.proSanteConnect} />
            </Way>
          )}
        </ul>
      )}
      {make.error && asked === null && (
        <div className={styles.inset}>
          <ErrorNotice error={make.error} />
        </div>
      )}
      {asked === 'password' && data && <PasswordDialog isFirst={data.passwordChangedAt === null} onClose={close} />}
      {asked === 'install' && <CodeApplicationDialog onClose={close} />}
      {asked === 'removePassword' && (
        <ConfirmDialog
          title={t('ways.removePasswordOf')}
          confirm={t('ways.removePassword')}
          isPending={removePassword.isPending}
          error={removePassword.error}
          onConfirm={() => removePassword.mutate({}, { onSuccess: told(t('ways.passwordRemoved')) })}
          onClose={close}
        >
          {t('ways.removePasswordWords')}
        </ConfirmDialog>
      )}
      {asked === 'uninstall' && (
        <ConfirmDialog
          title={t('ways.uninstallOf')}
          confirm={t('ways.uninstall')}
          isPending={uninstall.isPending}
          error={uninstall.error}
          onConfirm={() => uninstall.mutate({}, { onSuccess: told(t('ways.uninstalled')) })}
          onClose={close}
        >
          {t('ways.uninstallWords')}
        </ConfirmDialog>
      )}
      {asked === 'codes' && (
        <ConfirmDialog
          title={t('ways.makeAgain')}
          confirm={t('ways.makeAgain')}
          isPending={make.isPending}
          error={make.error}
          onConfirm={makeCodes}
          onClose={close}
        >
          {t('ways.makeAgainWords')}
        </ConfirmDialog>
      )}
      {make.data && <RecoveryCodesDialog codes={make.data.codes} onClose={() => make.reset()} />}
    </Panel>
  );
}
