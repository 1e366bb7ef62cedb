/**
 * Schema: the tables, one file per owning room of the server. A room touches its own tables only and asks the others
 * at their door; a row never crosses HTTP.
 */
export * from './tables/access.ts';
export * from './tables/administration.ts';
export * from './tables/audit.ts';
export * from './tables/auth.ts';
export * from './tables/boards.ts';
export * from './tables/calls.ts';
export * from './tables/cases.ts';
export * from './tables/cohorts.ts';
export * from './tables/deliveries.ts';
export * from './tables/directory.ts';
export * from './tables/documents.ts';
export * from './tables/files.ts';
export * from './tables/meetings.ts';
export * from './tables/messages.ts';
export * from './tables/notifications.ts';
export * from './tables/opinions.ts';
export * from './tables/organisations.ts';
export * from './tables/patients.ts';
export * from './tables/registration.ts';
export * from './tables/reports.ts';
