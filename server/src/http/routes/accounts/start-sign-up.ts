import { accountEndpoints } from '@concertation/shared/contracts';
import { startSignUp as start } from '../../../auth/index.ts';
import { route } from '../../route.ts';
import { doorRate } from './door-rate.ts';

export const startSignUp = route(accountEndpoints.startSignUp, (services, { body }) => start(services, body), doorRate);
