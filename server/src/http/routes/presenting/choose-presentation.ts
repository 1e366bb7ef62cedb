import { endpoints } from '@concertation/shared/contracts';
import { choosePresentation as choose } from '../../../meetings/index.ts';
import { route } from '../../route.ts';

export const choosePresentation = route(endpoints.choosePresentation, async (services, { principal, params, body }) =>
  choose(services, principal, { ...params, ...body }),
);
