import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import styles from './dialog.module.css';

export type DialogProps = {
  title: string;
  isOpen: boolean;
  /** Asked by Escape, by the cross and by a press outside: the last not once something was typed, which a slip would lose. */
  onClose: () => void;
  /** Only one of its answers closes it: what it shows is shown once. */
  mustAnswer?: boolean;
  /** `alertdialog` for a question that must be answered: a press outside then does nothing. */
  role?: 'dialog' | 'alertdialog';
  /** `full` for what deserves the whole screen, as an image. */
  size?: 'medium' | 'large' | 'full';
  /** The buttons, the main one last. A form inside `children` can be sent by a button here with `form={id} type="submit"`. */
  actions?: ReactNode;
  children: ReactNode;
};

/** A form starts at its first field, a question at its first answer, which is the safe one; the cross is for later. */
function StartOfDialog() {
  const start = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const dialog = start.current?.closest('[role="dialog"], [role="alertdialog"]');
    if (!dialog || dialog.contains(document.activeElement)) return;
    const answer =
      dialog.role === 'alertdialog' ? dialog.querySelector<HTMLElement>('[data-answers] button:not(:disabled)') : null;
    const field = dialog.querySelector<HTMLElement>('[data-words] :is(input, textarea, select):not(:disabled)');
    (answer ?? field)?.focus();
  }, []);
  return <span ref={start} hidden />;
}

/** A question or a short form over the page. It holds the focus and gives it back. */
export function Dialog({
  title,
  isOpen,
  onClose,
  mustAnswer = false,
  role = 'dialog',
  size = 'medium',
  actions,
  children,
}: DialogProps) {
  const { t } = useTranslation('ui');
  const [typed, setTyped] = useState(false);
  if (!isOpen && typed) setTyped(false);
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={role === 'dialog' && !typed && !mustAnswer}
      isKeyboardDismissDisabled={mustAnswer}
      className={styles.veil ?? ''}
    >
      <Modal className={classNames(styles.modal, size !== 'medium' && styles[size])}>
        <AriaDialog role={role} className={styles.dialog ?? ''}>
          <div className={styles.head}>
            <Heading slot="title" level={2} className={styles.title ?? ''}>
              {title}
            </Heading>
            {!mustAnswer && (
              <Button variant="quiet" size="small" icon="close" aria-label={t('close')} onPress={onClose} />
            )}
          </div>
          <div className={styles.body} data-words onInput={() => setTyped(true)}>
            {children}
          </div>
          {actions !== undefined && (
            <div className={styles.actions} data-answers>
              {actions}
            </div>
          )}
          <StartOfDialog />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
