/**
 * Messages: the product's own messaging. People write to each other about a subject, and nobody else reads it. It knows
 * no patient: what concerns one is written in their case. Who takes part in a conversation is a row of its own, not a
 * grant: nobody is lent it.
 */
export type { MessageNeeds } from './needs.ts';
export { addToConversation } from './people/add-to-conversation.ts';
export { leaveAllConversations } from './people/leave-all-conversations.ts';
export { leaveConversation } from './people/leave-conversation.ts';
export { readRecipient } from './people/read-recipient.ts';
export { listConversations } from './reading/list-conversations.ts';
export { markConversationRead } from './reading/mark-conversation-read.ts';
export { readConversation } from './reading/read-conversation.ts';
export { type PersonalMessages, readPersonalMessages } from './reading/read-personal-messages.ts';
export { sendMessage } from './writing/send-message.ts';
export { startConversation } from './writing/start-conversation.ts';
export { withdrawMessage } from './writing/withdraw-message.ts';
