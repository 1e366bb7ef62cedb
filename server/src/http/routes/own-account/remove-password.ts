import { endpoints } from '@concertation/shared/contracts';
import { removePassword as remove } from '../../../auth/index.ts';
import { route } from '../../route.ts';

export const removePassword = route(endpoints.removePassword, (services, { principal }) => remove(services, principal));
