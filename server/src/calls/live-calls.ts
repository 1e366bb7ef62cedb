import type { MediaEngineState } from '@concertation/shared/contracts';

/** What the calls that are open right now say of themselves: given by the media transport, which this room does not know. */
export type LiveCalls = {
  /** Whether this server carries calls, with the reason for an administrator when it does not. */
  engine: () => MediaEngineState;
  /** Who is inside, in the order they came. */
  inside: (meetingId: string) => { accountId: string; name: string }[];
};
