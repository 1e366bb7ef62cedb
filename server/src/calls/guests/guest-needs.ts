import type { Audit } from '../../audit/index.ts';
import type { Sessions } from '../../auth/index.ts';
import type { Database } from '../../database/index.ts';
import type { SendMail } from '../../notifications/index.ts';

/** What inviting, and ending an invitation, work with. `support`: whom a guest asks for help. */
export type GuestNeeds = {
  database: Database;
  audit: Audit;
  sessions: Sessions;
  sendMail: SendMail;
  origin: string;
  configuration: { support: { email: string; phone: string } };
};
