import type { CallQuality } from '@concertation/shared/contracts';
import type { MediaLink } from '../media/media-link.ts';
import { type PacketTotals, readSample } from './connection-sample.ts';
import { gradeOf, judgeQuality, type QualityJudgement } from './judge-quality.ts';
import { type Ladder, startLadder, stepLadder } from './ladder.ts';

const everyMs = 2_000;

export type QualityWatchNeeds = {
  /** The transports to measure; null while there are none, or while the connection is being found again. */
  link: () => MediaLink | null;
  judged: (quality: CallQuality) => void;
  stepped: (ladder: Ladder) => void;
  now?: () => number;
};

/** Measures the connection every two seconds of a call, says when its quality changes, and what must be given up for it. */
export class QualityWatch {
  readonly #needs: QualityWatchNeeds;
  readonly #now: () => number;
  #timer: ReturnType<typeof setInterval> | undefined;
  #measured: MediaLink | null = null;
  #totals: PacketTotals = { received: 0, lost: 0 };
  #judgement: QualityJudgement | null = null;
  #ladder: Ladder;

  constructor(needs: QualityWatchNeeds) {
    this.#needs = needs;
    this.#now = needs.now ?? (() => performance.now());
    this.#ladder = startLadder(this.#now());
  }

  start(): void {
    this.#timer ??= setInterval(() => void this.measure(), everyMs);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Takes one sample. */
  async measure(): Promise<void> {
    const link = this.#needs.link();
    if (!link?.states().includes('connected')) return;
    // A connection closed meanwhile says nothing more.
    const statistics = await link.statistics().catch(() => null);
    if (!statistics || link !== this.#needs.link()) return;
    const afresh = link !== this.#measured;
    const { sent, received } = statistics as Record<'sent' | 'received', Parameters<typeof readSample>[0]>;
    const { sample, totals } = readSample(sent, received, this.#totals);
    this.#measured = link;
    this.#totals = totals;
    // The first sample of new transports only tells from where to count.
    if (afresh) return;
    const before = this.#judgement?.quality ?? null;
    this.#judgement = judgeQuality(this.#judgement, gradeOf(sample));
    const { quality } = this.#judgement;
    if (quality !== before) this.#needs.judged(quality);
    const ladder = stepLadder(this.#ladder, quality, this.#now());
    const stepped = ladder.small !== this.#ladder.small || ladder.reduced !== this.#ladder.reduced;
    this.#ladder = ladder;
    if (stepped) this.#needs.stepped(ladder);
  }
}
