/**
 * Opinions: what is asked on a case of one colleague or of an opinion platform, and the answer, given once. Who is asked
 * reads the case from then on: that is a grant, given with the question and taken back with it. It knows no report: the
 * two meet under « commentaires », in the transport.
 */
export { answerOpinion } from './answer-opinion.ts';
export { askOpinion, type AskedOf } from './ask-opinion.ts';
export { dropOpinionDrafts } from './drop-drafts.ts';
export { type OpinionFacts, opinionsOfCase, readOpinion, receivedOpinions, sentOpinions } from './read-opinions.ts';
export { recordOpinionsRead } from './record-opinions-read.ts';
export { saveOpinionDraft } from './save-opinion-draft.ts';
export { withdrawOpinion } from './withdraw-opinion.ts';
