import { organisationEndpoints } from '@concertation/shared/contracts';
import { followRenaming } from '../../../boards/index.ts';
import { updateOrganisation as update } from '../../../organisations/index.ts';
import { route } from '../../route.ts';

export const updateOrganisation = route(
  organisationEndpoints.updateOrganisation,
  (services, { principal, params, body }) =>
    update({ ...services, renamed: followRenaming }, principal, { ...params, settings: body }),
);
