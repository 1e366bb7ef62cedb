import type { Audit } from '../audit/index.ts';
import type { Database } from '../database/index.ts';
import type { Tell } from '../notifications/index.ts';

/** What the commands on opinions work with. */
export type OpinionNeeds = { database: Database; audit: Audit; tell: Tell };
