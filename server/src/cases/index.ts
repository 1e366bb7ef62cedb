/**
 * Cases: one patient's clinical sheet — who opened it, whom it is shared with. The words are the document
 * `case:<id>`; the identity belongs to patients, rights are grants. It does not know meetings and reports: what
 * they must say or follow is handed in by the caller, as a port.
 */
export { type CaseFacts, readCases } from './read-cases.ts';
export { correctIdentity } from './correct-identity.ts';
export { listCases } from './list-cases.ts';
export { openCase } from './open-case.ts';
export { readCase } from './read-case.ts';
export { recordCaseRead } from './record-case-read.ts';
export { shareCase } from './share-case.ts';
export { unshareCase } from './unshare-case.ts';
export {
  answerRequest,
  openRequest,
  type RequestCounts,
  type RequestKind,
  requestsOfCases,
  withdrawRequest,
} from './requests/requests.ts';
