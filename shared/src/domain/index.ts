/**
 * Domain: identifiers, enumerations and value types with their validation.
 * Everything else may use it; it uses nothing. No I/O, no rule about who may do what.
 */
export * from './account.ts';
export * from './board.ts';
export * from './file.ts';
export * from './fold-text.ts';
export * from './identifiers.ts';
export * from './meeting.ts';
export * from './patient.ts';
export * from './people.ts';
export * from './quorum.ts';
export * from './rpps.ts';
export * from './specialties.ts';
export * from './text.ts';
