import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/index.ts';
import { ConfirmDialog, useToast } from '../../../ui/index.ts';
import { noteLeft } from '../list/left-conversations.ts';

/** Asks before one leaves a conversation, which is then read no more. */
export function LeaveDialog({
  conversationId,
  onLeft,
  onClose,
}: {
  conversationId: string;
  onLeft: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('messages');
  const { show } = useToast();
  const leave = useCommand('leaveConversation', { refreshes: ['listConversations', 'listNotifications'] });
  return (
    <ConfirmDialog
      title={t('leave.title')}
      confirm={t('leave.confirm')}
      isPending={leave.isPending}
      error={leave.error}
      onConfirm={() =>
        leave.mutate(
          { params: { conversationId } },
          {
            onSuccess: () => {
              noteLeft(conversationId);
              show({ message: t('leave.done') });
              onLeft();
            },
          },
        )
      }
      onClose={onClose}
    >
      {t('leave.words')}
    </ConfirmDialog>
  );
}
