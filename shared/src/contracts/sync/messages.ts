import { z } from 'zod';
import { errorCodes } from '../errors.ts';

/** Path of the synchronisation WebSocket. Frames are Hocuspocus's; documents are named by `parseDocumentName`. */
export const syncPath = '/sync';

/**
 * What the server tells the clients of one document, as Hocuspocus stateless messages in JSON:
 * - `role`: this connection may now write, or only read, and why;
 * - `storage`: the journal waits for its database (`waiting`), refuses new edits (`full`), or works again (`ok`);
 * - `facts`: rows behind this document changed (attendance, current case, states): ask for them again;
 * - `refused`: an edit was refused and was applied nowhere.
 */
export const serverMessage = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('role'),
    role: z.enum(['writer', 'reader']),
    reason: z.enum(['granted', 'withdrawn', 'sealed']),
  }),
  z.object({ type: z.literal('storage'), state: z.enum(['ok', 'waiting', 'full']) }),
  z.object({ type: z.literal('facts') }),
  z.object({ type: z.literal('refused'), code: z.enum(errorCodes) }),
]);
export type ServerMessage = z.infer<typeof serverMessage>;

/** Who is there, as every awareness state carries it: written by the server from the session, never by the client. */
export const presenceUser = z.object({
  accountId: z.string(),
  name: z.string(),
  specialty: z.string(),
  color: z.string(),
});
export type PresenceUser = z.infer<typeof presenceUser>;

/** Reasons given by the server when it refuses a channel at its opening. */
export const refusalReasons = ['not_found', 'signed_out', 'storage_unavailable', 'too_many'] as const;
