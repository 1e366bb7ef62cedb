import { endpoints } from '@concertation/shared/contracts';
import { unlinkProSanteConnect as unlink } from '../../../auth/index.ts';
import { route } from '../../route.ts';

export const unlinkProSanteConnect = route(endpoints.unlinkProSanteConnect, (services, { principal }) =>
  unlink(services, principal),
);
