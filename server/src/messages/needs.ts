import type { Audit } from '../audit/index.ts';
import type { Configuration } from '../config/index.ts';
import type { Database } from '../database/index.ts';
import type { Tell } from '../notifications/index.ts';

/** What the commands of this room work with. */
export type MessageNeeds = {
  database: Database;
  audit: Audit;
  tell: Tell;
  configuration: Pick<Configuration, 'demonstration'>;
};
