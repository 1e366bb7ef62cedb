import type { MediaSource, RoomState } from '@concertation/shared/contracts';
import type { ShownVideo } from '../../call-state.ts';

/** How one producer of somebody else is received. `flows` false: kept ready, and nothing arrives. */
export type Reception = { participantId: string; source: MediaSource; flows: boolean; spatialLayer?: 0 | 1 | 2 };

export type ReceptionNeeds = {
  room: RoomState;
  /** My seat: nobody receives himself. */
  me: string;
  shown: readonly ShownVideo[];
  /** This tab is not seen. */
  hidden: boolean;
  /** The connection does not carry video: cameras wait, a shared screen comes as small as it can. */
  reduced: boolean;
  /** Videos received at once, at most. */
  limit: number;
};

/** The layer that fits a tile: no larger than what is seen. `height` in CSS pixels. */
export function layerOfHeight(height: number): 0 | 1 | 2 {
  if (height <= 180) return 0;
  return height <= 360 ? 1 : 2;
}

/** What to receive, by producer: every microphone, and of the videos only those shown, screens and large ones first. */
export function planReception({ room, me, shown, hidden, reduced, limit }: ReceptionNeeds): Map<string, Reception> {
  const plan = new Map<string, Reception>();
  const others = room.participants.filter(({ participantId }) => participantId !== me);
  for (const { participantId, sources } of others)
    if (sources.microphone)
      plan.set(sources.microphone.producerId, { participantId, source: 'microphone', flows: true });

  const bySeat = new Map(others.map((participant) => [participant.participantId, participant]));
  const rank = ({ source, height }: ShownVideo): number => (source === 'screen' ? 1e6 : 0) + height;
  let videos = 0;
  for (const video of shown.toSorted((one, other) => rank(other) - rank(one))) {
    const sent = bySeat.get(video.participantId)?.sources[video.source];
    if (!sent) continue;
    const { participantId, source } = video;
    const seen = !hidden || video.elsewhere === true;
    const planned = plan.get(sent.producerId);
    if (planned) {
      // Shown twice, in the strip and in the window of a second screen: the larger one came first, either one makes it flow.
      planned.flows ||= seen && !(reduced && source === 'camera');
      continue;
    }
    if (videos === limit) continue;
    videos += 1;
    const spatialLayer = reduced ? 0 : layerOfHeight(video.height);
    plan.set(sent.producerId, {
      participantId,
      source,
      flows: seen && !(reduced && source === 'camera'),
      spatialLayer,
    });
  }
  return plan;
}
