import type { Audit } from '../audit/index.ts';
import type { AccountKeys, Post, ProSanteConnect, Sessions } from '../auth/index.ts';
import type { LiveCalls } from '../calls/index.ts';
import type { Configuration } from '../config/index.ts';
import type { Database } from '../database/index.ts';
import type { LiveDirectory } from '../directory/index.ts';
import type { LiveDocuments } from '../documents/index.ts';
import type { FileNeeds } from '../files/index.ts';
import type { Jobs } from '../jobs/index.ts';
import type { Logger } from '../lib/index.ts';
import type { SendMail, Tell } from '../notifications/index.ts';
import type { OpenKey } from '../reports/index.ts';

/** What endpoints work with. Built by `context`, handed to every handler; a room function names the parts it needs. */
export type Services = {
  configuration: Configuration;
  /** Scheme, host and port of this installation, known once the port is. */
  origin: string;
  log: Logger;
  database: Database;
  audit: Audit;
  jobs: Jobs;
  sessions: Sessions;
  /** The keys of accounts' secrets. */
  accountKeys: AccountKeys;
  /** How auth writes to somebody. */
  post: Post;
  /** The federation of identity; null where it is not configured. */
  proSanteConnect: ProSanteConnect | null;
  live: LiveDocuments;
  /** The calls that are open right now. */
  calls: LiveCalls;
  tell: Tell;
  sendMail: SendMail;
  /** What the files room works with: its store, and what is being received. */
  files: FileNeeds;
  /** Opens the establishment's key, to seal what is not a report. */
  openKey: OpenKey;
  /** The RPPS directory on line; null where it is not configured. */
  liveDirectory: LiveDirectory | null;
};
