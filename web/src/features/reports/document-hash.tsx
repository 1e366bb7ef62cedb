import { useTranslation } from 'react-i18next';
import { Button, useToast } from '../../ui/index.ts';
import styles from './sealed-notice.module.css';

/** A SHA-256 in short, whole for the copy and for assistive technology. */
export function DocumentHash({ hash }: { hash: string }) {
  const { t } = useTranslation('reports');
  const { show } = useToast();
  const copy = () =>
    navigator.clipboard.writeText(hash).then(
      () => show({ tone: 'success', message: t('sealed.copied') }),
      () => show({ tone: 'danger', message: t('sealed.copyFailed') }),
    );
  return (
    <span className={styles.hash}>
      <code title={hash}>{`${hash.slice(0, 8)}…${hash.slice(-8)}`}</code>
      <Button size="small" variant="quiet" icon="copy" aria-label={t('sealed.copyHash')} onPress={() => void copy()} />
    </span>
  );
}
