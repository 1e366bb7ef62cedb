import { endpoints } from '@concertation/shared/contracts';
import { startPasskey as start } from '../../../auth/index.ts';
import { route } from '../../route.ts';

export const startPasskey = route(endpoints.startPasskey, (services, { principal }) => start(services, principal));
