import { endpoints } from '@concertation/shared/contracts';
import { removeFile as remove } from '../../../files/index.ts';
import { route } from '../../route.ts';

export const removeFile = route(endpoints.removeFile, async ({ files }, { principal, params, roles }) =>
  remove(files, principal, { ...params, owns: roles.includes('owner') }),
);
