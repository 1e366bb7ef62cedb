/**
 * Messages: the product's own messaging. What is being written is kept in this window until it is sent; nothing of a
 * message is in an address or a title. The search of a colleague is another feature's, given to it by the route.
 */
export { ConversationScreen } from './conversation/conversation-screen.tsx';
export { MessagesFrame } from './list/messages-frame.tsx';
export { NewMessage } from './new/new-message.tsx';
export { NothingChosen } from './list/nothing-chosen.tsx';
