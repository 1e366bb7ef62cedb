import type { Connection, Extension } from '@hocuspocus/server';
import type { Journal } from '../../documents/index.ts';
import type { LiveAttendance } from '../../meetings/index.ts';
import type { OpenDocuments } from '../channels/open-documents.ts';
import type { SyncContext } from '../channels/sync-context.ts';
import type { AuditTrail } from '../records/audit-trail.ts';
import type { Guard } from './guard.ts';
import { announceClients } from './presence.ts';

export type LifecycleOptions = {
  documents: OpenDocuments;
  journal: Pick<Journal, 'state'>;
  guard: Guard;
  audit: AuditTrail;
  attendance: Pick<LiveAttendance, 'opened' | 'closed'>;
};

/** What happens when a channel opens and closes, and the guard before each message between. */
export function lifecycle({ documents, journal, guard, audit, attendance }: LifecycleOptions) {
  const announce = ({ channel }: SyncContext, frame: Uint8Array): void => {
    const open = channel && documents.get(channel.name);
    if (open) announceClients(open, channel, frame);
  };

  /**
   * A connection answers for thousands of messages: bound directly, each of them is spared three chains of hooks and
   * the payloads built for them.
   */
  const bind = (connection: Connection, context: SyncContext): void => {
    connection
      .beforeHandleMessage(async (_connection, frame) => announce(context, frame))
      .afterHandleMessage(async () => context.channel?.payOwed(connection))
      .beforeSync(async (to, { type, payload }) => guard(to, context.channel, type, payload));
  };

  return {
    // The same, for what came before `connected`: Hocuspocus keeps it while the document is loading.
    async beforeHandleMessage({ context, update }) {
      announce(context, update);
    },
    async beforeSync({ connection, context, type, payload }) {
      guard(connection, context.channel, type, payload);
    },
    async afterHandleMessage({ connection, context }) {
      context.channel?.payOwed(connection);
    },
    async connected({ connection, context }) {
      const { channel } = context;
      if (!channel) return;
      bind(connection, context);
      documents.get(channel.name)?.channels.add(channel);
      channel.socket.channels += 1;
      audit.opened(channel);
      if (channel.kind === 'meeting') attendance.opened(channel.entityId, channel.socket.principal);
      channel.open(connection);
      // Somebody who comes back with text typed offline is told why it is not taken.
      if (documents.get(channel.name)?.sealed) channel.tell({ type: 'role', role: 'reader', reason: 'sealed' });
      if (journal.state !== 'ok') channel.tell({ type: 'storage', state: journal.state });
    },
    async onDisconnect({ context }) {
      const { channel } = context;
      if (!channel?.isOpen) return;
      documents.get(channel.name)?.channels.delete(channel);
      channel.socket.channels -= 1;
      if (channel.kind === 'meeting') attendance.closed(channel.entityId, channel.socket.principal);
      audit.closed(channel);
    },
  } satisfies Extension<SyncContext>;
}
