/**
 * Sync: transport 2. Yjs documents over WebSockets, on Hocuspocus: who may open one, what is refused, who is there, and
 * the acknowledgement that waits for the journal. It knows hooks and sockets; of a case it knows the name of its
 * document and nothing else, it holds no SQL, and it decides no right: `access` does.
 */
export { SyncHost, type SyncOptions } from './host.ts';
