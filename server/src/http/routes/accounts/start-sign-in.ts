import { endpoints } from '@concertation/shared/contracts';
import { startSignIn as start } from '../../../auth/index.ts';
import { route } from '../../route.ts';
import { doorRate } from './door-rate.ts';

export const startSignIn = route(endpoints.startSignIn, (services) => start(services), doorRate);
