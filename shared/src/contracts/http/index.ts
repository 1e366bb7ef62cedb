import { accountEndpoints } from './account.ts';
import { administrationEndpoints } from './administration.ts';
import { boardEndpoints } from './boards.ts';
import { callEndpoints } from './calls.ts';
import { caseEndpoints } from './cases.ts';
import { cohortEndpoints } from './cohorts.ts';
import { deliveryEndpoints } from './deliveries.ts';
import { directoryEndpoints } from './directory.ts';
import { fhirEndpoints } from './fhir.ts';
import { fileEndpoints } from './files.ts';
import { meetingEndpoints } from './meetings.ts';
import { messageEndpoints } from './messages.ts';
import { notificationEndpoints } from './notifications.ts';
import { opinionEndpoints } from './opinions.ts';
import { organisationEndpoints } from './organisations.ts';
import { ownAccountEndpoints } from './own-account.ts';
import { patientEndpoints } from './patients.ts';
import { personalDataEndpoints } from './personal-data.ts';
import { planningEndpoints } from './planning.ts';
import { presentingEndpoints } from './presenting.ts';
import { proSanteConnectEndpoints } from './pro-sante-connect.ts';
import { registrationEndpoints } from './registration.ts';
import { reportEndpoints } from './reports.ts';
import { signingInEndpoints } from './signing-in.ts';
import { verificationEndpoints } from './verification.ts';

export * from './account.ts';
export * from './administration.ts';
export * from './boards.ts';
export * from './calls.ts';
export * from './cases.ts';
export * from './cohorts.ts';
export * from './deliveries.ts';
export * from './directory.ts';
export * from './endpoint.ts';
export * from './fhir.ts';
export * from './files.ts';
export * from './meetings.ts';
export * from './messages.ts';
export * from './notifications.ts';
export * from './opinions.ts';
export * from './organisations.ts';
export * from './own-account.ts';
export * from './patients.ts';
export * from './personal-data.ts';
export * from './planning.ts';
export * from './presenting.ts';
export * from './pro-sante-connect.ts';
export * from './registration.ts';
export * from './reports.ts';
export * from './signing-in.ts';
export * from './verification.ts';

/** Every endpoint of the product, by name: the server must implement all of them, the client calls nothing else. */
export const endpoints = {
  ...accountEndpoints,
  ...signingInEndpoints,
  ...ownAccountEndpoints,
  ...proSanteConnectEndpoints,
  ...registrationEndpoints,
  ...administrationEndpoints,
  ...personalDataEndpoints,
  ...directoryEndpoints,
  ...notificationEndpoints,
  ...messageEndpoints,
  ...organisationEndpoints,
  ...patientEndpoints,
  ...caseEndpoints,
  ...presentingEndpoints,
  ...fileEndpoints,
  ...opinionEndpoints,
  ...cohortEndpoints,
  ...boardEndpoints,
  ...planningEndpoints,
  ...meetingEndpoints,
  ...callEndpoints,
  ...reportEndpoints,
  ...deliveryEndpoints,
  ...fhirEndpoints,
  ...verificationEndpoints,
};
export type EndpointName = keyof typeof endpoints;
