import type { Route } from '../../route.ts';
import { linkProSanteConnect } from './link-pro-sante-connect.ts';
import { readProvenIdentity } from './read-proven-identity.ts';
import { unlinkProSanteConnect } from './unlink-pro-sante-connect.ts';

export const proSanteConnectRoutes: Route[] = [readProvenIdentity, linkProSanteConnect, unlinkProSanteConnect];
