import { z } from 'zod';
import { type Action, rules } from '../access/index.ts';

export const actionSchema = z.enum(Object.keys(rules) as [Action, ...Action[]]);

/** Roles that a case's owner may hand to a colleague. */
export const caseShareRoles = z.enum(['referent', 'expert', 'reader']);
