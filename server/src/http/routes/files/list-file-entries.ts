import { endpoints } from '@concertation/shared/contracts';
import { listEntries } from '../../../files/index.ts';
import { route } from '../../route.ts';

export const listFileEntries = route(endpoints.listFileEntries, async ({ files }, { params }) =>
  listEntries(files, params),
);
