import { randomUUID } from 'node:crypto';
import type { MediaEngineState, MediaPath, MediaSource } from '@concertation/shared/contracts';
import { AppError } from '../../src/lib/index.ts';
import type { Engine, EngineProbe, EngineRoom, EngineSeat } from '../../src/media/engine/engine-port.ts';

const transport = () => ({ id: randomUUID(), iceParameters: {}, iceCandidates: [], dtlsParameters: {} });

type Consumer = { producerId: string; paused: boolean };

/** A participant's media without any: it remembers what it was asked. */
class FakeSeat implements EngineSeat {
  readonly seatId = randomUUID();
  readonly transports = { send: transport(), receive: transport() };
  readonly producers = new Map<MediaSource, { producerId: string; paused: boolean }>();
  readonly consumers = new Map<string, Consumer>();
  readonly #connected = new Set<string>();
  readonly #room: FakeRoom;

  constructor(room: FakeRoom) {
    this.#room = room;
  }

  #own(transportId: string): void {
    const { send, receive } = this.transports;
    if (transportId !== send.id && transportId !== receive.id) throw new AppError('not_found');
  }

  async connectTransport(transportId: string): Promise<void> {
    this.#own(transportId);
    if (this.#connected.has(transportId)) throw new AppError('malformed');
    this.#connected.add(transportId);
  }

  async restartIce(transportId: string): Promise<Record<string, unknown>> {
    this.#own(transportId);
    return { usernameFragment: randomUUID() };
  }

  async produce(source: MediaSource, _rtpParameters: unknown, paused: boolean): Promise<{ producerId: string }> {
    const producerId = randomUUID();
    // As behind a real engine, other requests are taken meanwhile.
    await new Promise((done) => setImmediate(done));
    this.producers.set(source, { producerId, paused });
    return { producerId };
  }

  async pauseSource(source: MediaSource, paused: boolean): Promise<void> {
    const producer = this.producers.get(source);
    if (!producer) throw new AppError('not_found');
    producer.paused = paused;
  }

  closeSource(source: MediaSource): void {
    this.producers.delete(source);
  }

  async consume(producerIds: readonly string[]) {
    const others = [...this.#room.seats].filter((seat) => seat !== this);
    const living = others.flatMap((seat) => [...seat.producers.entries()]);
    return living
      .filter(([, { producerId }]) => producerIds.includes(producerId))
      .map(([source, { producerId, paused }]) => {
        const id = randomUUID();
        this.consumers.set(id, { producerId, paused: false });
        const kind = source === 'microphone' ? ('audio' as const) : ('video' as const);
        return { id, producerId, kind, rtpParameters: { codecs: [{}] }, producerPaused: paused };
      });
  }

  async tuneConsumer(consumerId: string, { paused }: { paused: boolean }): Promise<void> {
    const consumer = this.consumers.get(consumerId);
    if (!consumer) throw new AppError('not_found');
    consumer.paused = paused;
  }

  closeConsumer(consumerId: string): void {
    if (!this.consumers.delete(consumerId)) throw new AppError('not_found');
  }

  close(): void {
    this.#room.seats.delete(this);
  }
}

class FakeRoom implements EngineRoom {
  readonly rtpCapabilities = { codecs: [] };
  readonly seats = new Set<FakeSeat>();
  readonly #engine: FakeEngine;
  #tellSpeaker: (seatId: string | null) => void = () => undefined;
  #tellLost: () => void = () => undefined;

  constructor(engine: FakeEngine) {
    this.#engine = engine;
  }

  async openSeat(): Promise<EngineSeat> {
    const seat = new FakeSeat(this);
    this.seats.add(seat);
    return seat;
  }

  onSpeaker(listener: (seatId: string | null) => void): void {
    this.#tellSpeaker = listener;
  }

  onLost(listener: () => void): void {
    this.#tellLost = listener;
  }

  speaks(seat: FakeSeat | null): void {
    this.#tellSpeaker(seat?.seatId ?? null);
  }

  /** Its worker dies. */
  lose(): void {
    this.#engine.rooms.delete(this);
    this.seats.clear();
    this.#tellLost();
  }

  close(): void {
    this.seats.clear();
    this.#engine.rooms.delete(this);
  }
}

/** The engine's port with nothing behind: every decision of signalling can be seen without a worker. */
export class FakeEngine implements Engine {
  current: MediaEngineState = { state: 'ready' };
  readonly rooms = new Set<FakeRoom>();
  readonly probes = new Set<EngineProbe>();
  /** How many rooms were ever opened. */
  opened = 0;
  stopped = false;

  state(): MediaEngineState {
    return this.current;
  }

  onState(): void {
    // It never changes by itself.
  }

  async openRoom(): Promise<FakeRoom> {
    if (this.current.state !== 'ready') throw new AppError('call_unavailable');
    const room = new FakeRoom(this);
    this.rooms.add(room);
    this.opened += 1;
    return room;
  }

  async probe(path: MediaPath): Promise<EngineProbe | null> {
    if (path === 'relay') return null;
    const offered = transport();
    const probe: EngineProbe = {
      transport: offered,
      connectTransport: async (transportId) => {
        if (transportId !== offered.id) throw new AppError('not_found');
      },
      close: () => void this.probes.delete(probe),
    };
    this.probes.add(probe);
    return probe;
  }

  rtpCapabilities(): Record<string, unknown> {
    return { codecs: [] };
  }

  async stop(): Promise<void> {
    this.stopped = true;
  }

  /** The room opened last. */
  get room(): FakeRoom {
    const room = [...this.rooms].at(-1);
    if (!room) throw new Error('no room is open');
    return room;
  }

  /** Whoever sends this, as signalling told the others. */
  seatSending(producerId: string): FakeSeat | undefined {
    const seats = [...this.rooms].flatMap((room) => [...room.seats]);
    return seats.find((seat) => [...seat.producers.values()].some((sent) => sent.producerId === producerId));
  }
}
