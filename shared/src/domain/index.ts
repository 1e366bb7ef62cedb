/**
 * Domain: identifiers, enumerations and value types with their validation.
 * Everything else may use it; it uses nothing. No I/O, no rule about who may do what.
 */
export * from './identifiers.ts';
export * from './meeting.ts';
export * from './patient.ts';
export * from './people.ts';
