import { endpoints } from '@concertation/shared/contracts';
import { remindPresenter as remind } from '../../../meetings/index.ts';
import { route } from '../../route.ts';

export const remindPresenter = route(endpoints.remindPresenter, async (services, { principal, params }) =>
  remind(services, principal, params),
);
