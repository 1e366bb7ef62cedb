import type { ErrorCode, MediaSource, Participant } from '@concertation/shared/contracts';
import { SignallingRefusal } from '../../../../signalling/index.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { Ask, MediaLink, Publication } from './media-link.ts';

/** What I mean to send from one source. */
type Meant = { track: MediaStreamTrack; paused: boolean; takeOver: boolean };
/** What the server knows that I send. */
type Sent = { publication: Publication; paused: boolean; small: boolean; seen: boolean };

/** The answers of a media worker that died: what was asked is done again once it is replaced. */
const passing = new Set<ErrorCode>(['not_found', 'call_unavailable']);

export type PublisherNeeds = {
  ask: Ask;
  /** The server refuses this source: it is no longer meant to be sent. */
  refused: (source: MediaSource, code: ErrorCode) => void;
  /** Another one ended it; a microphone was muted while I was away. */
  ended: (source: MediaSource) => void;
  muted: () => void;
};

/**
 * Sends what is meant to be sent, whatever happens to the transports: meaning is set at once, and each pass brings the
 * server nearer to it. Local silence never waits for the server.
 */
export class Publisher {
  readonly #needs: PublisherNeeds;
  readonly #meant = new Map<MediaSource, Meant>();
  readonly #sent = new Map<MediaSource, Sent>();
  /** What the server still has of me though I stopped it. */
  readonly #stray = new Set<MediaSource>();
  readonly #settle: Record<MediaSource, () => Promise<void>>;
  #link: MediaLink | null = null;
  #ladder = { small: false, noVideo: false };

  constructor(needs: PublisherNeeds) {
    this.#needs = needs;
    const passOf = (source: MediaSource) => oneAtATime(() => this.#pass(source));
    this.#settle = { microphone: passOf('microphone'), camera: passOf('camera'), screen: passOf('screen') };
  }

  /** Other transports, or none: what is meant is sent again through them. */
  attach(link: MediaLink | null): void {
    this.#link = link;
    this.#sent.clear();
    this.#stray.clear();
    void this.settle();
  }

  /** Means to send a track, or not at all (null). Ends when the server has it, or refused it. */
  async mean(
    source: MediaSource,
    track: MediaStreamTrack | null,
    { paused = false, takeOver = false } = {},
  ): Promise<void> {
    if (track) {
      track.enabled = !paused;
      this.#meant.set(source, { track, paused, takeOver });
    } else this.#meant.delete(source);
    await this.#settle[source]();
  }

  /** Silence, or not: at once here, then there. Does nothing for what is not meant to be sent. */
  async pause(source: MediaSource, paused: boolean): Promise<void> {
    const meant = this.#meant.get(source);
    if (!meant) return;
    meant.paused = paused;
    this.#applyPause(source);
    await this.#settle[source]();
  }

  /** Gives up, or takes back, what the connection does not carry. */
  climb(ladder: { small: boolean; noVideo: boolean }): void {
    this.#ladder = ladder;
    this.#applyPause('camera');
    void this.#settle.camera();
  }

  /**
   * What the room says of me: a screen that a moderator stopped or took over is meant no longer. Where nobody sends anything,
   * the media worker died, and everything is about to be sent again.
   */
  follow(me: Participant, alive: boolean): void {
    const sent = this.#sent.get('screen');
    if (!sent) return;
    if (me.sources.screen?.producerId === sent.publication.producerId) sent.seen = true;
    else if (sent.seen && alive) this.#ended('screen', sent);
  }

  /** Back after a loss: silence wins on both sides, then what was lost on the way is done again. */
  resume(me: Participant | undefined): void {
    for (const source of Object.keys(me?.sources ?? {}) as MediaSource[])
      if (!this.#sent.has(source)) this.#stray.add(source);
    for (const [source, sent] of this.#sent) {
      const told = me?.sources[source];
      if (told?.producerId !== sent.publication.producerId) {
        if (source === 'screen') this.#ended(source, sent);
        else this.#forget(source, sent);
        continue;
      }
      const silenced = told.paused && !sent.paused;
      sent.paused = told.paused;
      const meant = this.#meant.get(source);
      if (source === 'microphone' && silenced && meant?.paused === false) {
        meant.paused = true;
        this.#applyPause(source);
        this.#needs.muted();
      }
    }
    void this.settle();
  }

  /** The server paused it: so it is here, without asking. */
  mutedByServer(): void {
    const meant = this.#meant.get('microphone');
    const sent = this.#sent.get('microphone');
    if (meant) meant.paused = true;
    if (sent) sent.paused = true;
    this.#applyPause('microphone');
  }

  async settle(): Promise<void> {
    await Promise.all(Object.values(this.#settle).map((settle) => settle()));
  }

  #forget(source: MediaSource, sent: Sent): void {
    this.#sent.delete(source);
    sent.publication.close();
  }

  #ended(source: MediaSource, sent: Sent): void {
    this.#forget(source, sent);
    this.#meant.delete(source);
    this.#needs.ended(source);
  }

  #wantsPause(source: MediaSource): boolean {
    return (this.#meant.get(source)?.paused ?? true) || (source === 'camera' && this.#ladder.noVideo);
  }

  #applyPause(source: MediaSource): void {
    const meant = this.#meant.get(source);
    const paused = this.#wantsPause(source);
    if (meant) meant.track.enabled = !paused;
    this.#sent.get(source)?.publication.pause(paused);
  }

  async #pass(source: MediaSource): Promise<void> {
    try {
      const meant = this.#meant.get(source);
      if (!meant) await this.#close(source);
      else if (this.#sent.has(source)) await this.#adjust(source, meant);
      else await this.#publish(source, meant);
    } catch (error) {
      // Lost on the way: done again on other transports, or when the connection is back.
      if (!(error instanceof SignallingRefusal) || error.code === 'lost' || passing.has(error.code)) return;
      this.#meant.delete(source);
      this.#sent.delete(source);
      this.#needs.refused(source, error.code);
    }
  }

  async #publish(source: MediaSource, meant: Meant): Promise<void> {
    const link = this.#link;
    if (!link || meant.track.readyState === 'ended') return;
    const paused = this.#wantsPause(source);
    const publication = await link.publish(source, meant.track, { paused, takeOver: meant.takeOver });
    if (link !== this.#link) return publication.close();
    this.#sent.set(source, { publication, paused, small: false, seen: false });
    this.#stray.delete(source);
    const now = this.#meant.get(source);
    if (!now) return this.#close(source);
    // After a rebuild, another's screen is not taken over again by itself.
    now.takeOver = false;
    await this.#adjust(source, now);
  }

  async #adjust(source: MediaSource, meant: Meant): Promise<void> {
    const sent = this.#sent.get(source);
    if (!sent) return;
    if (sent.publication.track() !== meant.track) await sent.publication.replaceTrack(meant.track);
    this.#applyPause(source);
    if (source === 'camera' && sent.small !== this.#ladder.small) {
      sent.small = this.#ladder.small;
      await sent.publication.limitLayers(sent.small ? 0 : 2);
    }
    const paused = this.#wantsPause(source);
    if (paused === sent.paused) return;
    await this.#needs.ask('pauseSource', { source, paused });
    sent.paused = paused;
  }

  async #close(source: MediaSource): Promise<void> {
    const sent = this.#sent.get(source);
    if (!sent && !this.#stray.delete(source)) return;
    if (sent) this.#forget(source, sent);
    await this.#needs.ask('closeSource', { source });
  }
}
