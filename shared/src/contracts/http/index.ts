import { accountEndpoints } from './account.ts';
import { caseEndpoints } from './cases.ts';
import { meetingEndpoints } from './meetings.ts';
import { patientEndpoints } from './patients.ts';
import { reportEndpoints } from './reports.ts';

export * from './account.ts';
export * from './cases.ts';
export * from './endpoint.ts';
export * from './meetings.ts';
export * from './patients.ts';
export * from './reports.ts';

/** Every endpoint of the product, by name: the server must implement all of them, the client calls nothing else. */
export const endpoints = {
  ...accountEndpoints,
  ...patientEndpoints,
  ...caseEndpoints,
  ...meetingEndpoints,
  ...reportEndpoints,
};
export type EndpointName = keyof typeof endpoints;
