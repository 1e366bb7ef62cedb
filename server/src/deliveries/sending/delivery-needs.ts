import type { Audit } from '../../audit/index.ts';
import type { Configuration } from '../../config/index.ts';
import type { Database } from '../../database/index.ts';
import type { SendMail } from '../../notifications/index.ts';
import type { SendSecureMail } from './secure-transport.ts';

/** What handing a report over needs. `send`: null where secure mail is not configured. */
export type DeliveryNeeds = {
  database: Database;
  audit: Audit;
  sendMail: SendMail;
  send: SendSecureMail | null;
  configuration: Pick<Configuration, 'secureMail' | 'establishmentIds'>;
  /** Asked each time: the origin is known once the port is. */
  origin: () => string;
};
