import { endpoints } from '@concertation/shared/contracts';
import { register as begin } from '../../../registration/index.ts';
import { route } from '../../route.ts';
import { registrationRate } from './registration-rate.ts';

export const register = route(endpoints.register, (services, { body }) => begin(services, body), registrationRate);
