import { endpoints } from '@concertation/shared/contracts';
import { route } from '../../route.ts';

export const listSessions = route(endpoints.listSessions, ({ sessions }, { principal }) => sessions.list(principal));
