import { type Connection, type Document, type Extension, MessageType } from '@hocuspocus/server';
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import type { PresenceUser } from '@concertation/shared/contracts';
import type { Channel } from '../channels/channel.ts';
import type { OpenDocument } from '../channels/open-document.ts';
import type { OpenDocuments } from '../channels/open-documents.ts';
import type { SyncContext } from '../channels/sync-context.ts';
import { frameType } from '../clients/frames.ts';

/** Dark enough for white text on them (4.5:1), and told apart by people who see fewer colours where they can be. */
const palette = [
  '#0b5394',
  '#b3261e',
  '#1e7d34',
  '#7b2d8e',
  '#8a5a00',
  '#00695c',
  '#c2185b',
  '#4a5568',
  '#5d4037',
  '#3949ab',
  '#ad4e00',
  '#2e6f8e',
];

/** One browser's tab announces one client id; scripts may have a few. */
const clientsPerChannel = 8;

function hash(text: string): number {
  let value = 0;
  for (const character of text) value = (value * 31 + character.charCodeAt(0)) >>> 0;
  return value;
}

/** A colour by account, the same as long as the document is in memory; the account's usual one when nobody has it. */
function colorOf(open: OpenDocument, accountId: string): string {
  const given = open.colors.get(accountId);
  if (given) return given;
  const first = hash(accountId) % palette.length;
  const ordered = [...palette.slice(first), ...palette.slice(0, first)];
  const taken = new Set(open.colors.values());
  const color = ordered.find((candidate) => !taken.has(candidate)) ?? (ordered[0] as string);
  open.colors.set(accountId, color);
  return color;
}

type State = Record<string, unknown>;
const isState = (value: unknown): value is State =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Writes who it is, from the session, wherever a state says a name: beside its cursors too. */
function signState(state: State, user: PresenceUser): void {
  state.user = user;
  if ('name' in state) state.name = user.name;
  for (const cursor of isState(state.sections) ? Object.values(state.sections) : [])
    if (isState(cursor)) Object.assign(cursor, { name: user.name, color: user.color });
}

/**
 * Hocuspocus reads a presence message into a scratch that has an entry of its own, empty and first: kept, it would show
 * a ghost for every message.
 */
function dropScratchEntry(states: Map<number, State>): void {
  const [first] = states;
  if (first && Object.keys(first[1]).length === 0) states.delete(first[0]);
}

/**
 * Notes the Yjs client ids that a presence message announces. An id belongs to the account that first announced it, for
 * as long as the document is in memory; its next sockets may announce it again, nobody else's may (rule SYNC-12).
 * Read here because Yjs itself passes over a client's very first announcement.
 */
export function announceClients(open: OpenDocument, channel: Channel, frame: Uint8Array): void {
  const { accountId } = channel.socket.principal;
  for (const client of announcedClients(frame)) {
    const owner = open.owners.get(client) ?? { accountId, settled: false };
    if (owner.accountId !== accountId || channel.clients.size >= clientsPerChannel) continue;
    open.owners.set(client, owner);
    channel.clients.add(client);
  }
}

function announcedClients(frame: Uint8Array): number[] {
  if (frameType(frame) !== MessageType.Awareness) return [];
  try {
    const decoder = createDecoder(frame);
    readVarString(decoder);
    readVarUint(decoder);
    const states = createDecoder(readVarUint8Array(decoder));
    return Array.from({ length: Math.min(readVarUint(states), clientsPerChannel) }, () => {
      const client = readVarUint(states);
      readVarUint(states);
      readVarString(states);
      return client;
    });
  } catch {
    // Hocuspocus reads it next, and closes the channel.
    return [];
  }
}

/** The connection that shows a client is the last that announced it: the one before, of the same account, is dead or dying. */
function takeOver(document: Document, connection: Connection, client: number): void {
  const mine = document.getClients(connection) as Set<number>;
  if (mine.has(client)) return;
  for (const other of document.getConnections()) document.getClients(other).delete(client);
  mine.add(client);
}

/** Presence: who is there is written from the session, never by the client. Rule SYNC-12. */
export function presence(documents: OpenDocuments): Pick<Extension<SyncContext>, 'beforeHandleAwareness'> {
  return {
    async beforeHandleAwareness({ states, connection, context, document, documentName }) {
      const open = documents.get(documentName);
      const channel = context?.channel;
      if (!connection || !channel || !open || channel.closedBecause) return states.clear();
      dropScratchEntry(states);
      const { accountId, name, specialty } = channel.socket.principal;
      const user: PresenceUser = { accountId, name, specialty, color: colorOf(open, accountId) };
      for (const [client, state] of states) {
        if (!channel.clients.has(client)) {
          states.delete(client);
          continue;
        }
        takeOver(document, connection, client);
        signState(state, user);
      }
    },
  };
}
