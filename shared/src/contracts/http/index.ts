import { accountEndpoints } from './account.ts';
import { boardEndpoints } from './boards.ts';
import { callEndpoints } from './calls.ts';
import { caseEndpoints } from './cases.ts';
import { cohortEndpoints } from './cohorts.ts';
import { fileEndpoints } from './files.ts';
import { meetingEndpoints } from './meetings.ts';
import { notificationEndpoints } from './notifications.ts';
import { opinionEndpoints } from './opinions.ts';
import { organisationEndpoints } from './organisations.ts';
import { patientEndpoints } from './patients.ts';
import { planningEndpoints } from './planning.ts';
import { presentingEndpoints } from './presenting.ts';
import { reportEndpoints } from './reports.ts';

export * from './account.ts';
export * from './boards.ts';
export * from './calls.ts';
export * from './cases.ts';
export * from './cohorts.ts';
export * from './endpoint.ts';
export * from './files.ts';
export * from './meetings.ts';
export * from './notifications.ts';
export * from './opinions.ts';
export * from './organisations.ts';
export * from './patients.ts';
export * from './planning.ts';
export * from './presenting.ts';
export * from './reports.ts';

/** Every endpoint of the product, by name: the server must implement all of them, the client calls nothing else. */
export const endpoints = {
  ...accountEndpoints,
  ...notificationEndpoints,
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
};
export type EndpointName = keyof typeof endpoints;
