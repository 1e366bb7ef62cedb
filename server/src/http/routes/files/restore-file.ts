import { endpoints } from '@concertation/shared/contracts';
import { restoreFile as restore } from '../../../files/index.ts';
import { route } from '../../route.ts';

export const restoreFile = route(endpoints.restoreFile, async ({ files }, { principal, params }) =>
  restore(files, principal, params),
);
