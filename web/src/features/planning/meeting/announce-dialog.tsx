import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/index.ts';
import { Button, Dialog, ErrorNotice, useToast } from '../../../ui/index.ts';

/** « Renvoyer l’invitation », after a question: it writes to everybody. Source: OO-28, OO-32. */
export function AnnounceDialog({ meetingId, onClose }: { meetingId: string; onClose: () => void }) {
  const { t } = useTranslation('planning');
  const { show } = useToast();
  const announce = useCommand('announceMeeting');
  const send = () =>
    announce.mutate(
      { params: { meetingId } },
      {
        onSuccess: ({ recipients }) => {
          show({ tone: 'success', message: t('announce.done', { count: recipients }) });
          onClose();
        },
      },
    );
  return (
    <Dialog
      isOpen
      role="alertdialog"
      title={t('announce.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('plan.cancel')}</Button>
          <Button variant="primary" isPending={announce.isPending} onPress={send}>
            {t('announce.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('announce.words')}</p>
      {announce.error && <ErrorNotice error={announce.error} />}
    </Dialog>
  );
}
