import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/index.ts';
import { ConfirmDialog, useToast } from '../../../ui/index.ts';

/** Asks before the words of a message are erased for everybody. */
export function WithdrawDialog({
  conversationId,
  messageId,
  onDone,
  onClose,
}: {
  conversationId: string;
  messageId: string;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('messages');
  const { show } = useToast();
  const withdraw = useCommand('withdrawMessage', { refreshes: ['readConversation', 'listConversations'] });
  return (
    <ConfirmDialog
      title={t('withdraw.title')}
      confirm={t('withdraw.confirm')}
      isPending={withdraw.isPending}
      error={withdraw.error}
      onConfirm={() =>
        withdraw.mutate(
          { params: { conversationId, messageId } },
          {
            onSuccess: () => {
              show({ message: t('withdraw.done') });
              onClose();
              onDone();
            },
          },
        )
      }
      onClose={onClose}
    >
      {t('withdraw.words')}
    </ConfirmDialog>
  );
}
