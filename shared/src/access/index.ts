/**
 * Access: the pure rules (roles, action) → yes or no. It knows no account and reads nothing; the server resolves an
 * account's roles from its grants and asks here, and the screen receives the same abilities.
 */
export * from './roles.ts';
export * from './rules.ts';
