import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { Button, Dialog, ErrorNotice } from '../../ui/index.ts';

/** Closes the meeting, after a question: departures are written down, and nothing more comes on its list. */
export function CloseMeeting({ meetingId }: { meetingId: string }) {
  const { t } = useTranslation('meetings');
  const [isOpen, setOpen] = useState(false);
  const close = useCommand('closeMeeting', { refreshes: ['readMeeting', 'listMeetings'] });
  const cancel = () => {
    setOpen(false);
    close.reset();
  };
  return (
    <>
      <Button size="small" onPress={() => setOpen(true)}>
        {t('run.close')}
      </Button>
      <Dialog
        role="alertdialog"
        title={t('run.closeTitle')}
        isOpen={isOpen}
        onClose={cancel}
        actions={
          <>
            <Button onPress={cancel}>{t('run.cancel')}</Button>
            <Button
              variant="primary"
              isPending={close.isPending}
              onPress={() => close.mutate({ params: { meetingId } }, { onSuccess: cancel })}
            >
              {t('run.close')}
            </Button>
          </>
        }
      >
        <p>{t('run.closeBody')}</p>
        {close.error && <ErrorNotice error={close.error} />}
      </Dialog>
    </>
  );
}
