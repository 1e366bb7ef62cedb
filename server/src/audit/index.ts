/**
 * Audit: who did what, to which patient, when. Append-only, chained, a closed list of kinds. It records ids and codes;
 * it never reads another room's rows, and nobody updates or deletes its own.
 */
export { Audit, type AuditScope } from './audit.ts';
export { type AuditDetails, type AuditKind, auditKinds } from './events.ts';
export { type AuditFilters, type AuditRow, countEvents, countOwn, isMarked, searchEvents } from './search-events.ts';
export { eventsAbout, type OwnEvent, ownEvents } from './personal-events.ts';
export { lastRecorded } from './last-recorded.ts';
