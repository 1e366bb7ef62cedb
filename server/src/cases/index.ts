/**
 * Cases: one patient's clinical sheet — who opened it, whom it is shared with. The words are the document
 * `case:<id>`; the identity belongs to patients, rights are grants. It does not know meetings and reports: what
 * they must say or follow is handed in by the caller, as a port.
 */
export { type CaseFacts, readCases } from './read-cases.ts';
export { type ConsentFacts, readConsents } from './consent/read-consents.ts';
export { type ConsentChange, recordConsent } from './consent/record-consent.ts';
export { refuseObjected } from './consent/refuse-objected.ts';
export { addCorrespondent } from './correspondents/add-correspondent.ts';
export { forgetCorrespondent } from './correspondents/forget-correspondent.ts';
export { removeCorrespondent } from './correspondents/remove-correspondent.ts';
export { readCorrespondents } from './correspondents/read-correspondents.ts';
export { correctIdentity } from './correct-identity.ts';
export { latestCase } from './latest-case.ts';
export { type CaseFilters, type CasePage, listCases } from './list-cases.ts';
export { lockCase } from './lock-case.ts';
export { markRegistered } from './mark-registered.ts';
export { matchPatients } from './match-patients.ts';
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
export { type CaseReason, rolesOfMine, whyMine } from './why-mine.ts';
