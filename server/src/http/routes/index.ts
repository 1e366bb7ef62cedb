import type { Route } from '../route.ts';
import { accountRoutes } from './accounts/index.ts';
import { boardRoutes } from './boards/index.ts';
import { callRoutes } from './calls/index.ts';
import { caseRoutes } from './cases/index.ts';
import { cohortRoutes } from './cohorts/index.ts';
import { fileRoutes } from './files/index.ts';
import { meetingRoutes } from './meetings/index.ts';
import { opinionRoutes } from './opinions/index.ts';
import { notificationRoutes } from './notifications/index.ts';
import { organisationRoutes } from './organisations/index.ts';
import { planningRoutes } from './planning/index.ts';
import { presentingRoutes } from './presenting/index.ts';
import { reportRoutes } from './reports/index.ts';

/** Every route of the product. A test checks that each endpoint of the contracts is here once. */
export const routes: Route[] = [
  ...accountRoutes,
  ...boardRoutes,
  ...callRoutes,
  ...caseRoutes,
  ...cohortRoutes,
  ...fileRoutes,
  ...meetingRoutes,
  ...opinionRoutes,
  ...notificationRoutes,
  ...organisationRoutes,
  ...planningRoutes,
  ...presentingRoutes,
  ...reportRoutes,
];
