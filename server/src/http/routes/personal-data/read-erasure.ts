import { endpoints } from '@concertation/shared/contracts';
import { readErasure as read } from '../../../administration/index.ts';
import { route } from '../../route.ts';

export const readErasure = route(endpoints.readErasure, ({ database }, { principal }) => read(database.db, principal));
