import type { Principal } from '../../access/index.ts';
import type { ClientSocket } from '../clients/client-socket.ts';
import type { Channel } from './channel.ts';

/** What Hocuspocus carries for us: the socket from its upgrade, the channel from its authentication; or, for a change made by the product itself, in whose name. */
export type SyncContext = { socket?: ClientSocket; channel?: Channel; author?: Principal };
