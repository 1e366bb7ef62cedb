import {
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as AriaToastRegion,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import styles from './toast.module.css';

export type ToastMessage = {
  tone?: 'info' | 'success' | 'danger';
  message: string;
  action?: { label: string; onAction: () => void };
};

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 });

/** Where messages appear; mounted once, by the application. */
export function ToastRegion() {
  const { t } = useTranslation('ui');
  return (
    <AriaToastRegion queue={queue} aria-label={t('notifications')} className={styles.region ?? ''}>
      {({ toast }) => (
        <AriaToast toast={toast} className={classNames(styles.toast, toast.content.tone && styles[toast.content.tone])}>
          <ToastContent className={styles.words}>
            <Text slot="title">{toast.content.message}</Text>
          </ToastContent>
          {toast.content.action && (
            <Button size="small" onPress={toast.content.action.onAction}>
              {toast.content.action.label}
            </Button>
          )}
          <Button
            size="small"
            variant="quiet"
            icon="close"
            aria-label={t('close')}
            onPress={() => queue.close(toast.key)}
          />
        </AriaToast>
      )}
    </AriaToastRegion>
  );
}

function show(message: ToastMessage): void {
  // A failure, or something to press, stays until it is closed: nobody should have to race a timer.
  queue.add(message, message.tone === 'danger' || message.action ? {} : { timeout: 6000 });
}

/** Shows a passing message: what was just done (`success`), or what could not be (`danger`). */
export function useToast(): { show: (message: ToastMessage) => void } {
  return { show };
}
