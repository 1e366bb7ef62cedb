/**
 * Live documents on this side of the wire: one socket for the signed-in account, one channel per open document, what is
 * durable and what is not, what this computer keeps while the network is away, who else is there. It knows no editor
 * and shows nothing; what it says of saving is only what the server acknowledged.
 */
export type { DocumentHandle, Withdrawal } from './channel/document-handle.ts';
export type { KeptText } from './drafts/kept-text.ts';
export type { SaveState } from './channel/save-state.ts';
export { documentText } from './drafts/document-text.ts';
export { SyncProvider } from './sync-provider.tsx';
export { useDocument } from './use-document.ts';
