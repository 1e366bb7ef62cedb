import type { Route } from '../../route.ts';
import { answerOpinion } from './answer-opinion.ts';
import { askOpinion } from './ask-opinion.ts';
import { listOpinionRequests } from './list-opinion-requests.ts';
import { listOpinions } from './list-opinions.ts';
import { readOpinion } from './read-opinion.ts';
import { saveOpinionDraft } from './save-opinion-draft.ts';
import { withdrawOpinion } from './withdraw-opinion.ts';

export const opinionRoutes: Route[] = [
  listOpinions,
  askOpinion,
  readOpinion,
  saveOpinionDraft,
  answerOpinion,
  withdrawOpinion,
  listOpinionRequests,
];
