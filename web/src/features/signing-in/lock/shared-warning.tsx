import { useTranslation } from 'react-i18next';
import { formatWait } from '../../../lib/index.ts';
import { Button, Dialog, useLanguage } from '../../../ui/index.ts';

/** The last minute of a shared computer's session, and how to stay. */
export function SharedWarning({
  leftMs,
  onStay,
  onLeave,
}: {
  leftMs: number;
  onStay: () => void;
  onLeave: () => void;
}) {
  const { t } = useTranslation('signingIn');
  const { language } = useLanguage();
  return (
    <Dialog
      role="alertdialog"
      isOpen
      onClose={onStay}
      title={t('idle.title')}
      actions={
        <>
          <Button icon="signOut" onPress={onLeave}>
            {t('lock.leave')}
          </Button>
          <Button variant="primary" onPress={onStay}>
            {t('idle.stay')}
          </Button>
        </>
      }
    >
      <p>
        {t('idle.words')} <span aria-live="off">{formatWait(leftMs / 1000, language)}</span>.
      </p>
    </Dialog>
  );
}
