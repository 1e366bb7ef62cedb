import { useNavigate, useParams, useSearchParams } from 'react-router';
import { ColleaguePicker } from '../features/directory/index.ts';
import { ConversationScreen, MessagesFrame, NewMessage, NothingChosen } from '../features/messages/index.ts';

/** `/messages`, `/messages/nouveau` (`?a=`: to whom, also without « nouveau ») and `/messages/:conversationId` */
export function MessagesPage() {
  const { conversationId } = useParams();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const recipientId = search.get('a');
  const isWriting = conversationId === 'nouveau' || (conversationId === undefined && recipientId !== null);
  const openId = isWriting ? null : (conversationId ?? null);
  return (
    <MessagesFrame openId={openId} isWriting={isWriting}>
      {isWriting ? (
        <NewMessage
          key={recipientId}
          recipientId={recipientId}
          renderPicker={(slot) => <ColleaguePicker {...slot} />}
          onSent={(sent) => void navigate(`/messages/${sent}`, { replace: true })}
        />
      ) : openId === null ? (
        <NothingChosen />
      ) : (
        <ConversationScreen
          key={openId}
          conversationId={openId}
          renderPicker={(slot) => <ColleaguePicker {...slot} />}
          onLeft={() => void navigate('/messages', { replace: true })}
        />
      )}
    </MessagesFrame>
  );
}
