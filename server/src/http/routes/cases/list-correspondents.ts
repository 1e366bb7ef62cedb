import { endpoints } from '@concertation/shared/contracts';
import { readCorrespondents } from '../../../cases/index.ts';
import { route } from '../../route.ts';

export const listCorrespondents = route(endpoints.listCorrespondents, ({ database }, { params }) =>
  readCorrespondents(database.db, params.caseId),
);
