/**
 * What the screen says of the writer's text:
 * `saved` durable in the server's database; `saving` on its way; `waiting_storage` the server waits for its database;
 * `offline` no connection, kept on this computer; `unkept` no connection and nothing could be kept;
 * `read_only`; `withdrawn` the channel is closed for good; `loading` not opened yet.
 */
export type SaveState =
  'loading' | 'saved' | 'saving' | 'waiting_storage' | 'offline' | 'unkept' | 'read_only' | 'withdrawn';

/** What a channel knows when it is asked. */
export type SaveFacts = {
  /** The channel is closed for good: access withdrawn, or session ended. */
  closed: boolean;
  /** The socket is open. */
  connected: boolean;
  /** The first attempt to connect is still under way. */
  firstAttempt: boolean;
  /** This connection has exchanged its states with the server. */
  synced: boolean;
  writer: boolean;
  /** Something typed here is not acknowledged as durable. */
  pending: boolean;
  /** All of it is on this computer's disk. */
  kept: boolean;
  storage: 'ok' | 'waiting' | 'full';
};

/** Reads the facts in order of gravity; « saved » only when the server acknowledged everything (SYNC-1). */
export function saveStateOf(facts: SaveFacts): SaveState {
  if (facts.closed) return 'withdrawn';
  if (!facts.connected) {
    if (facts.pending && !facts.kept) return facts.firstAttempt ? 'saving' : 'unkept';
    return facts.firstAttempt ? 'loading' : 'offline';
  }
  if (!facts.synced) return facts.pending ? 'saving' : 'loading';
  if (!facts.writer) return 'read_only';
  if (facts.storage === 'full' || (facts.storage === 'waiting' && facts.pending)) return 'waiting_storage';
  return facts.pending ? 'saving' : 'saved';
}
