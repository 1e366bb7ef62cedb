import type { Route } from '../route.ts';
import { accountRoutes } from './accounts/index.ts';
import { administrationRoutes } from './administration/index.ts';
import { boardRoutes } from './boards/index.ts';
import { callRoutes } from './calls/index.ts';
import { caseRoutes } from './cases/index.ts';
import { cohortRoutes } from './cohorts/index.ts';
import { deliveryRoutes } from './deliveries/index.ts';
import { directoryRoutes } from './directory/index.ts';
import { fhirRoutes } from './fhir/index.ts';
import { fileRoutes } from './files/index.ts';
import { meetingRoutes } from './meetings/index.ts';
import { messageRoutes } from './messages/index.ts';
import { opinionRoutes } from './opinions/index.ts';
import { notificationRoutes } from './notifications/index.ts';
import { ownAccountRoutes } from './own-account/index.ts';
import { organisationRoutes } from './organisations/index.ts';
import { personalDataRoutes } from './personal-data/index.ts';
import { planningRoutes } from './planning/index.ts';
import { presentingRoutes } from './presenting/index.ts';
import { proSanteConnectRoutes } from './pro-sante-connect/index.ts';
import { registrationRoutes } from './registration/index.ts';
import { reportRoutes } from './reports/index.ts';
import { signingInRoutes } from './signing-in/index.ts';

/** Every route of the product. A test checks that each endpoint of the contracts is here once. */
export const routes: Route[] = [
  ...accountRoutes,
  ...signingInRoutes,
  ...ownAccountRoutes,
  ...administrationRoutes,
  ...boardRoutes,
  ...callRoutes,
  ...caseRoutes,
  ...cohortRoutes,
  ...directoryRoutes,
  ...proSanteConnectRoutes,
  ...fhirRoutes,
  ...fileRoutes,
  ...meetingRoutes,
  ...messageRoutes,
  ...opinionRoutes,
  ...notificationRoutes,
  ...organisationRoutes,
  ...personalDataRoutes,
  ...planningRoutes,
  ...presentingRoutes,
  ...registrationRoutes,
  ...reportRoutes,
  ...deliveryRoutes,
];
