import { z } from 'zod';

/** Sends one text message. It finds one that has left already, and one whose row was swept. */
export const sendTextMessageJob = { name: 'text-message.send', data: z.object({ messageId: z.string() }) };
