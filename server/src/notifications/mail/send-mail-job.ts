import { z } from 'zod';

/** Sends one mail. It finds a mail that has left already, and one whose row was swept. */
export const sendMailJob = { name: 'mail.send', data: z.object({ mailId: z.string() }) };
