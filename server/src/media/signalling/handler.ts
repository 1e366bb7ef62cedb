import type { IceServer, MediaInput, MediaOutput, MediaRequestName } from '@concertation/shared/contracts';
import type { Audit } from '../../audit/index.ts';
import type { Database } from '../../database/index.ts';
import type { LiveDocuments } from '../../documents/index.ts';
import { AppError } from '../../lib/index.ts';
import type { Engine } from '../engine/engine-port.ts';
import type { CallRights } from '../rights/call-rights.ts';
import type { Calls } from '../rooms/calls.ts';
import type { LiveCall } from '../rooms/live-call.ts';
import type { LiveSeat } from '../rooms/live-seat.ts';
import type { MediaSocket } from './media-socket.ts';

/** What requests are answered with. */
export type SignallingNeeds = {
  database: Database;
  audit: Audit;
  live: LiveDocuments;
  engine: Engine;
  calls: Calls;
  rights: CallRights;
  /** TURN servers with credentials of their own for one seat or probe. */
  iceServers: (bearer: string) => IceServer[];
};

export type Asking = { needs: SignallingNeeds; socket: MediaSocket };
/** The same from a seat of a call. */
export type AskingInside = Asking & { call: LiveCall; me: LiveSeat };

/** Answers one kind of request, whose gate has let it pass. Throws AppError. */
export type Handler<Name extends MediaRequestName> = (
  asking: Asking,
  input: MediaInput<Name>,
) => MediaOutput<Name> | Promise<MediaOutput<Name>>;

/** Where a socket sits. Throws `forbidden` when it is in no call. */
export function placeOf(asking: Asking): AskingInside {
  const { call } = asking.socket;
  const me = call?.seatOn(asking.socket);
  if (!call || !me) throw new AppError('forbidden');
  return { ...asking, call, me };
}

/** A handler of what is asked from a seat. */
export function inside<Name extends MediaRequestName>(
  handle: (asking: AskingInside, input: MediaInput<Name>) => MediaOutput<Name> | Promise<MediaOutput<Name>>,
): Handler<Name> {
  return (asking, input) => handle(placeOf(asking), input);
}
