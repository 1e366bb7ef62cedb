type Kind = 'audioinput' | 'videoinput' | 'audiooutput';

/** A track as a browser gives it, which a test may unplug. */
class FakeDeviceTrack extends EventTarget {
  readonly kind: 'audio' | 'video';
  readonly id: string;
  enabled = true;
  readyState: 'live' | 'ended' = 'live';

  constructor(kind: 'audio' | 'video', deviceId: string) {
    super();
    this.kind = kind;
    this.id = deviceId;
  }

  getSettings = (): MediaTrackSettings => ({ deviceId: this.id });
  stop = (): void => void (this.readyState = 'ended');
  end(): void {
    this.stop();
    this.dispatchEvent(new Event('ended'));
  }
}

/** The devices of a computer for unit tests: what is plugged in, and a browser that answers when it is told to. */
export class FakeDevices extends EventTarget {
  readonly asked: string[] = [];
  readonly tracks: FakeDeviceTrack[] = [];
  /** Thrown by the next requests that have these kinds. */
  readonly failing = new Map<'audio' | 'video', Error>();
  plugged: [Kind, string][] = [
    ['audioinput', 'mic'],
    ['videoinput', 'cam'],
  ];
  #held: (() => void)[] | null = null;

  /** The browser asks the person, who says nothing yet. */
  hold(): void {
    this.#held = [];
  }

  /** The person answers what was asked until now. */
  answer(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const go of held) go();
  }

  open = (): string[] => this.tracks.filter(({ readyState }) => readyState === 'live').map(({ id }) => id);

  plug(...plugged: [Kind, string][]): void {
    this.plugged = plugged;
    this.dispatchEvent(new Event('devicechange'));
  }

  enumerateDevices = async (): Promise<MediaDeviceInfo[]> =>
    this.plugged.map(([kind, deviceId]) => ({ kind, deviceId, label: deviceId }) as MediaDeviceInfo);

  getUserMedia = async (constraints: MediaStreamConstraints): Promise<MediaStream> => {
    const kinds = (['audio', 'video'] as const).filter((kind) => constraints[kind]);
    this.asked.push(kinds.join('+'));
    const held = this.#held;
    if (held) await new Promise<void>((go) => held.push(go));
    for (const kind of kinds) {
      const error = this.failing.get(kind);
      if (error) throw error;
    }
    const tracks = kinds.map((kind) => this.#give(kind, constraints[kind] as MediaTrackConstraints));
    return { getTracks: () => tracks } as unknown as MediaStream;
  };

  getDisplayMedia = async (): Promise<MediaStream> => {
    const error = this.failing.get('video');
    if (error) throw error;
    const tracks = [this.#remember(new FakeDeviceTrack('video', 'screen'))];
    return { getVideoTracks: () => tracks } as unknown as MediaStream;
  };

  /** As the object of the browser that it stands for. */
  get media(): MediaDevices {
    return this as unknown as MediaDevices;
  }

  #give(kind: 'audio' | 'video', { deviceId }: MediaTrackConstraints): FakeDeviceTrack {
    const there = this.plugged.filter(([one]) => one === `${kind}input`).map(([, id]) => id);
    const wished = (deviceId as { ideal?: string } | undefined)?.ideal;
    const given = there.find((id) => id === wished) ?? there[0];
    if (!given) throw new DOMException('none', 'NotFoundError');
    return this.#remember(new FakeDeviceTrack(kind, given));
  }

  #remember(track: FakeDeviceTrack): FakeDeviceTrack {
    this.tracks.push(track);
    return track;
  }
}
