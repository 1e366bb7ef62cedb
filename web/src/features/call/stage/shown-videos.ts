import type { ShownVideo } from '../call-state.ts';

/**
 * What the tiles on the screens show now, told once after each burst of changes: the client receives only that. Somebody
 * shown twice (here and on the second screen) is asked once, at the larger size.
 */
export class ShownVideos {
  readonly #tiles = new Map<object, ShownVideo>();
  #tell: (videos: readonly ShownVideo[]) => void = () => undefined;
  #told = '[]';
  #waiting = false;

  /** Who hears it: the client, once there is one. */
  tellTo(tell: (videos: readonly ShownVideo[]) => void): void {
    this.#tell = tell;
    this.#told = '[]';
    this.#tellChange();
  }

  /** Says what a tile shows; null: it is no longer seen. */
  set(tile: object, video: ShownVideo | null): void {
    if (video) this.#tiles.set(tile, video);
    else this.#tiles.delete(tile);
    if (this.#waiting) return;
    this.#waiting = true;
    queueMicrotask(() => {
      this.#waiting = false;
      this.#tellChange();
    });
  }

  #tellChange(): void {
    const videos = this.#list();
    const told = JSON.stringify(videos);
    if (told === this.#told) return;
    this.#told = told;
    this.#tell(videos);
  }

  #list(): ShownVideo[] {
    const merged = new Map<string, ShownVideo>();
    for (const video of this.#tiles.values()) {
      const name = `${video.participantId} ${video.source}`;
      const other = merged.get(name);
      const height = Math.max(video.height, other?.height ?? 0);
      const elsewhere = (video.elsewhere ?? other?.elsewhere) ? { elsewhere: true as const } : {};
      merged.set(name, { participantId: video.participantId, source: video.source, height, ...elsewhere });
    }
    return [...merged.entries()].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, video]) => video);
  }
}
