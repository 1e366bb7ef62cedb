import type { Audit } from '../audit/index.ts';
import type { Database } from '../database/index.ts';

/** What a command of this room works with. */
export type OrganisationNeeds = { database: Database; audit: Audit };
