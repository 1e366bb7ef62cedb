import type { Extension } from '@hocuspocus/server';
import type { refusalReasons } from '@concertation/shared/contracts';
import { parseDocumentName, type DocumentName } from '@concertation/shared/domain';
import { recordRefusedAccess, rolesOf } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import type { Database } from '../../database/index.ts';
import { readDocument } from '../../documents/index.ts';
import { type Logger, Sparing } from '../../lib/index.ts';
import { Channel, channelRole } from '../channels/channel.ts';
import type { SyncContext } from '../channels/sync-context.ts';

/** Documents that one socket may have open. */
const channelsPerSocket = 100;

const spoken = new Sparing(1000);

/** What Hocuspocus turns into « permission denied » with a reason; without a message it is not printed. */
export function refusal(reason: (typeof refusalReasons)[number]): Error & { reason: string } {
  return Object.assign(new Error(''), { reason });
}

/**
 * Opens a channel: the name is one, the document exists, and the account's roles allow at least to read it. What does
 * not exist and what is not theirs are refused alike (rule SYNC-13), and leave a trace.
 */
export function authenticate({
  database,
  audit,
  log,
}: {
  database: Database;
  audit: Audit;
  log: Logger;
}): Pick<Extension<SyncContext>, 'onAuthenticate'> {
  return {
    async onAuthenticate({ documentName, context: { socket }, connectionConfig }) {
      const parsed = parseDocumentName(documentName);
      if (!socket || !parsed) throw refusal('not_found');
      if (socket.channels >= channelsPerSocket) throw refusal('too_many');
      const name = documentName as DocumentName;
      const { accountId } = socket.principal;
      const undecided = (error: unknown): never => {
        log.error({ err: error, document: name }, 'channel could not be decided');
        throw refusal('storage_unavailable');
      };
      const [roles, document] = await Promise.all([
        rolesOf(database.db, accountId, parsed),
        readDocument(database.db, name),
      ]).catch(undecided);
      const role = channelRole(parsed.kind, roles);
      if (role === null || document === null) {
        if (spoken.take(`${accountId} ${parsed.kind}`))
          log.info({ code: 'not_found', document: name, accountId }, 'channel refused');
        await recordRefusedAccess({ database, audit }, socket.principal, parsed, 'not_found').catch(undecided);
        throw refusal('not_found');
      }
      const channel = new Channel(name, parsed.kind, parsed.id, socket, document.sealed ? 'reader' : role);
      connectionConfig.readOnly = channel.role === 'reader';
      return { channel };
    },
  };
}
