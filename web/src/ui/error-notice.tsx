import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import styles from './notice.module.css';
import { Notice } from './notice.tsx';

export type ErrorNoticeProps = {
  /** What was thrown; its message is shown, and its `requestId` when it has one. */
  error: unknown;
  title?: string;
  onRetry?: (() => void) | undefined;
};

/** Says what went wrong and what to do, with a way to try again. */
export function ErrorNotice({ error, title, onRetry }: ErrorNoticeProps) {
  const { t } = useTranslation('ui');
  const number = (error as { requestId?: unknown } | null)?.requestId;
  return (
    <Notice
      tone="danger"
      title={title}
      actions={
        onRetry && (
          <Button size="small" onPress={onRetry}>
            {t('retry')}
          </Button>
        )
      }
    >
      <p>{error instanceof Error ? error.message : t('failed')}</p>
      {typeof number === 'string' && <p className={styles.number}>{t('requestNumber', { number })}</p>}
    </Notice>
  );
}
