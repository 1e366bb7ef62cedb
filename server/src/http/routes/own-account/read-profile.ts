import { endpoints } from '@concertation/shared/contracts';
import { readProfile as read } from '../../../auth/index.ts';
import { route } from '../../route.ts';

export const readProfile = route(endpoints.readProfile, ({ database }, { principal }) => read(database.db, principal));
