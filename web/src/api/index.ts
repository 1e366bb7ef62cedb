/**
 * The only way to the server's commands and reads: endpoints by their contract's name, refusals as ApiError, answers
 * kept by TanStack Query. It shows nothing and decides nothing.
 */
export { ApiError, type FieldProblem } from './api-error.ts';
export { type Answer, call, endpointAddress, type Input } from './call.ts';
export { download } from './download.ts';
export { forgetReads, queryClient, readKey, refreshFacts } from './query-client.ts';
export {
  askPasskey,
  type Ceremony,
  type CeremonyAnswer,
  knowsPasskeys,
  makePasskey,
  offerPasskeys,
  withdrawOffer,
} from './passkeys/ceremony.ts';
export { useCeremony } from './passkeys/use-ceremony.ts';
export { type ProofAsker, registerProofAsker } from './proof/proof-asker.ts';
export { readBytes } from './read-bytes.ts';
export { announceLocked, onLocked } from './screen-locked.ts';
export { announceSignedOut, onSignedOut } from './signed-out.ts';
export { type SentFile, uploadFile, type UploadEvents, type UploadTarget } from './upload-file.ts';
export { useCommand } from './use-command.ts';
export { type ReadOptions, useRead } from './use-read.ts';
