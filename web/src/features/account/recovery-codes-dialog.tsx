import { useTranslation } from 'react-i18next';
import { Button, Dialog, useToast } from '../../ui/index.ts';
import styles from './account.module.css';
import { printLines } from './print-lines.ts';

/** The ten codes, the only time they are shown: to print or to copy. */
export function RecoveryCodesDialog({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation('account');
  const { show } = useToast();
  const copy = () => {
    navigator.clipboard.writeText(codes.join('\n')).then(
      () => show({ tone: 'success', message: t('ways.copied') }),
      () => show({ tone: 'danger', message: t('ways.copyFailed') }),
    );
  };
  return (
    <Dialog
      role="alertdialog"
      mustAnswer
      isOpen
      onClose={onClose}
      title={t('ways.codesTitle')}
      actions={
        <>
          <Button icon="copy" onPress={copy}>
            {t('ways.copy')}
          </Button>
          <Button icon="document" onPress={() => printLines(t('ways.codesTitle'), codes)}>
            {t('ways.print')}
          </Button>
          <Button variant="primary" onPress={onClose}>
            {t('ways.codesKept')}
          </Button>
        </>
      }
    >
      <p>{t('ways.codesWords')}</p>
      <ol className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
    </Dialog>
  );
}
