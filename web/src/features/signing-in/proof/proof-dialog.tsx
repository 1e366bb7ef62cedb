import { useCallback, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askPasskey, call, useCeremony, useRead } from '../../../api/index.ts';
import { Button, Dialog, ErrorNotice, Notice, Spinner } from '../../../ui/index.ts';
import styles from '../signing-in.module.css';
import { WithPassword } from './with-password.tsx';
import { WithProSanteConnect } from './with-pro-sante-connect.tsx';

/**
 * « Confirmez que c’est bien vous »: with what this account has, a passkey first. What was asked for goes on by itself
 * afterwards; who has nothing to prove with is told what to do. Where that could not be read, every way is offered.
 */
export function ProofDialog({ onEnd }: { onEnd: (proved: boolean) => void }) {
  const { t } = useTranslation('signingIn');
  const form = useId();
  const [asked, setAsked] = useState(false);
  const passkeys = useRead('listPasskeys');
  const ways = useRead('readWaysIn');
  const isReading = passkeys.isPending || ways.isPending;
  const byPasskey = passkeys.data === undefined || passkeys.data.length > 0;
  const byPassword = ways.data === undefined || ways.data.passwordChangedAt !== null;
  const byProSante = ways.data?.proSanteConnect ?? false;
  const isStuck = !byPasskey && !byPassword && !byProSante;
  const withPassword = byPassword && (asked || (!byPasskey && !byProSante));
  const prove = useCeremony(async () => {
    const body = await askPasskey(() => call('startProof'));
    await call('finishProof', { body });
  });
  const proved = useCallback(() => onEnd(true), [onEnd]);
  return (
    <Dialog
      isOpen
      role="alertdialog"
      title={t('proof.title')}
      onClose={() => onEnd(false)}
      actions={
        <>
          <Button onPress={() => onEnd(false)}>{t('proof.cancel')}</Button>
          {withPassword && !isReading && (
            <Button type="submit" form={form} variant="primary">
              {t('proof.confirm')}
            </Button>
          )}
        </>
      }
    >
      <p>{t('proof.words')}</p>
      {isReading ? (
        <Spinner size="block" />
      ) : (
        <>
          {byPasskey && (
            <Button
              variant={withPassword ? 'secondary' : 'primary'}
              icon="key"
              className={styles.main}
              isPending={prove.isPending}
              onPress={() => prove.mutate(undefined, { onSuccess: proved })}
            >
              {t('proof.passkey')}
            </Button>
          )}
          {prove.error && <ErrorNotice error={prove.error} />}
          {byProSante && <WithProSanteConnect isMain={!byPasskey && !withPassword} onProved={proved} />}
          {withPassword && <WithPassword form={form} asksCode={ways.data?.codeApplication ?? true} onProved={proved} />}
          {byPassword && !withPassword && (
            <div>
              <Button variant="quiet" onPress={() => setAsked(true)}>
                {t('proof.password')}
              </Button>
            </div>
          )}
          {isStuck && (
            <Notice tone="warning" title={t('proof.nothing')}>
              <p>{t('proof.nothingWords')}</p>
            </Notice>
          )}
        </>
      )}
    </Dialog>
  );
}
