import type { Route } from '../route.ts';
import { accountRoutes } from './accounts/index.ts';
import { caseRoutes } from './cases/index.ts';
import { meetingRoutes } from './meetings/index.ts';
import { reportRoutes } from './reports/index.ts';

/** Every route of the product. A test checks that each endpoint of the contracts is here once. */
export const routes: Route[] = [...accountRoutes, ...caseRoutes, ...meetingRoutes, ...reportRoutes];
