import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { Button, ErrorNotice, LinkButton, Notice } from '../../ui/index.ts';
import { EntranceWords } from './entrance-words.tsx';
import { LinkMissing } from './link-missing.tsx';
import styles from './signing-in.module.css';

/**
 * The page of a link that does one thing, once its button is pressed: a mail scanner that opens the page does nothing.
 * `stop` ends a recovery that its owner did not ask for; `address` confirms another e-mail address.
 */
export function OnePressLink({ act, token }: { act: 'stop' | 'address'; token: string | null }) {
  const { t } = useTranslation('signingIn');
  const command = useCommand(act === 'stop' ? 'stopRecovery' : 'confirmNewAddress');
  return (
    <>
      <EntranceWords title={t(`${act}.title`)} step={command.isSuccess ? 'done' : ''}>
        {command.isSuccess ? undefined : t(`${act}.words`)}
      </EntranceWords>
      {token === null && <LinkMissing />}
      {command.isSuccess && (
        <>
          <Notice tone="success" title={t(`${act}.done`)}>
            <p>{t(`${act}.doneWords`)}</p>
          </Notice>
          <LinkButton href={act === 'stop' ? '/connexion' : '/compte'} className={styles.main}>
            {t(`${act}.next`)}
          </LinkButton>
        </>
      )}
      {command.error && <ErrorNotice error={command.error} />}
      {token !== null && !command.isSuccess && (
        <Button
          variant={act === 'stop' ? 'danger' : 'primary'}
          className={styles.main}
          isPending={command.isPending}
          onPress={() => command.mutate({ body: { token } })}
        >
          {t(`${act}.submit`)}
        </Button>
      )}
    </>
  );
}
