import type { Route } from '../../route.ts';
import { addToConversation } from './add-to-conversation.ts';
import { leaveConversation } from './leave-conversation.ts';
import { listConversations } from './list-conversations.ts';
import { markConversationRead } from './mark-conversation-read.ts';
import { readConversation } from './read-conversation.ts';
import { readRecipient } from './read-recipient.ts';
import { sendMessage } from './send-message.ts';
import { startConversation } from './start-conversation.ts';
import { withdrawMessage } from './withdraw-message.ts';

export const messageRoutes: Route[] = [
  listConversations,
  readRecipient,
  startConversation,
  readConversation,
  sendMessage,
  withdrawMessage,
  markConversationRead,
  addToConversation,
  leaveConversation,
];
