import { z } from 'zod';
import { identifier, line, paragraph } from '../../domain/index.ts';
import { person } from './account.ts';
import { endpoint } from './endpoint.ts';

/** People in one conversation, whoever started it included. */
export const mostPeople = 50;

const messageText = paragraph(4_000).min(1);

/** A message as people of its conversation read it. */
export const message = z.object({
  messageId: identifier,
  authorId: identifier,
  /** Null once its author withdrew it. */
  text: z.string().nullable(),
  sentAt: z.iso.datetime(),
});
export type Message = z.infer<typeof message>;

/** A conversation in the list of « Messages ». Source: SC-43. */
export const conversationLine = z.object({
  conversationId: identifier,
  subject: z.string(),
  /** The others who take part, who left excepted. */
  people: z.array(person),
  /** Its words are cut to 160 characters. */
  lastMessage: message,
  unread: z.number().int(),
});
export type ConversationLine = z.infer<typeof conversationLine>;

export const conversation = z.object({
  conversationId: identifier,
  subject: z.string(),
  /** Everybody who takes part or wrote, and until when they read; `left`: no longer there. */
  people: z.array(person.extend({ readUntil: z.iso.datetime().nullable(), left: z.boolean() })),
  /** Oldest first. */
  messages: z.array(message),
  /** There are older ones. */
  older: z.boolean(),
});
export type Conversation = z.infer<typeof conversation>;

const conversationParams = z.object({ conversationId: identifier });

export const messageEndpoints = {
  listConversations: endpoint({
    method: 'GET',
    path: '/api/conversations',
    summary: '« Messages »: my conversations, latest first, 30 at a time; `before`: the `sentAt` of the last one shown',
    gate: 'signed_in',
    query: z.object({ before: z.iso.datetime().optional() }),
    response: z.object({ conversations: z.array(conversationLine), older: z.boolean(), unread: z.number().int() }),
  }),
  readRecipient: endpoint({
    method: 'GET',
    path: '/api/recipients/:accountId',
    summary: 'Somebody whom I may write to; `not_found` for anybody else',
    gate: 'signed_in',
    params: z.object({ accountId: identifier }),
    response: person,
  }),
  startConversation: endpoint({
    method: 'POST',
    path: '/api/conversations',
    summary:
      'Write to colleagues; the ids are the client’s, so that a repeated command changes nothing. `not_found` for somebody who cannot be written to',
    gate: 'signed_in',
    body: z.object({
      conversationId: identifier,
      messageId: identifier,
      to: z
        .array(identifier)
        .min(1)
        .max(mostPeople - 1),
      subject: line(120),
      text: messageText,
    }),
    response: z.void(),
  }),
  readConversation: endpoint({
    method: 'GET',
    path: '/api/conversations/:conversationId',
    summary: 'One of my conversations, its latest 50 messages; `before`: 50 older ones. `not_found` for others’',
    gate: 'signed_in',
    params: conversationParams,
    query: z.object({ before: z.iso.datetime().optional() }),
    response: conversation,
  }),
  sendMessage: endpoint({
    method: 'POST',
    path: '/api/conversations/:conversationId/messages',
    summary: 'Write in a conversation; a repeated command changes nothing. `wrong_state` once everybody else left',
    gate: 'signed_in',
    params: conversationParams,
    body: z.object({ messageId: identifier, text: messageText }),
    response: z.void(),
  }),
  withdrawMessage: endpoint({
    method: 'DELETE',
    path: '/api/conversations/:conversationId/messages/:messageId',
    summary: 'Take back a message of mine: its words are erased, its place stays',
    gate: 'signed_in',
    params: conversationParams.extend({ messageId: identifier }),
    response: z.void(),
  }),
  markConversationRead: endpoint({
    method: 'POST',
    path: '/api/conversations/:conversationId/reading',
    summary: 'Say that I read everything until a message',
    gate: 'signed_in',
    params: conversationParams,
    body: z.object({ messageId: identifier }),
    response: z.void(),
  }),
  addToConversation: endpoint({
    method: 'POST',
    path: '/api/conversations/:conversationId/people',
    summary: 'Add colleagues, who read it from its beginning; `too_many` above 50 people',
    gate: 'signed_in',
    params: conversationParams,
    body: z.object({
      accountIds: z
        .array(identifier)
        .min(1)
        .max(mostPeople - 1),
    }),
    response: z.void(),
  }),
  leaveConversation: endpoint({
    method: 'DELETE',
    path: '/api/conversations/:conversationId',
    summary: 'Leave a conversation; what one wrote stays for the others',
    gate: 'signed_in',
    params: conversationParams,
    response: z.void(),
  }),
};
