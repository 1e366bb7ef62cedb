import type { Audit } from '../audit/index.ts';
import type { Configuration } from '../config/index.ts';
import type { Database } from '../database/index.ts';
import type { AccountKeys } from './account-keys.ts';
import type { Post } from './post.ts';
import type { Sessions } from './sessions/sessions.ts';

/** What the ways in work with. */
export type AuthNeeds = {
  database: Database;
  audit: Audit;
  sessions: Sessions;
  post: Post;
  accountKeys: AccountKeys;
  origin: string;
  configuration: Pick<Configuration, 'production' | 'demonstration' | 'proSanteConnect' | 'recoveryHours'>;
};
