import { may, type Role } from '@concertation/shared/access';
import { type CallSummary, endpoints, type MediaEngineState } from '@concertation/shared/contracts';
import { readCallFacts } from '../../../calls/index.ts';
import { route } from '../../route.ts';

/** Why there is no call is for who can do something about it. */
function engineFor(roles: Role[], engine: MediaEngineState): MediaEngineState {
  return engine.state === 'unavailable' && !may('meeting.run', roles) ? { ...engine, reason: null } : engine;
}

export const readCall = route(
  endpoints.readCall,
  async ({ database, calls }, { params: { meetingId }, principal: { accountId }, roles }): Promise<CallSummary> => {
    const { locked, admitted, removed } = await readCallFacts(database.db, meetingId);
    const isGuest = roles.every((role) => role === 'guest');
    return {
      engine: engineFor(roles, calls.engine()),
      inside: calls.inside(meetingId),
      locked,
      waits: isGuest && !admitted.has(accountId),
      removed: removed.has(accountId),
    };
  },
);
