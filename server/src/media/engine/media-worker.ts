import { kill } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { createWorker, type types } from 'mediasoup';
import { inChildEnvironment, type MediaSettings } from '../../config/index.ts';

const closeMs = 2000;
/** Everybody of a worker comes through one UDP socket: what arrives in a burst must find room there, as far as the system allows. */
const udpBuffers = { recvBufferSize: 4 * 1024 * 1024, sendBufferSize: 4 * 1024 * 1024 };

/** Where one worker listens: the same port over UDP and TCP, or any free ones. */
function listenInfos(settings: MediaSettings, index: number): types.TransportListenInfo[] {
  const { listenAddress: ip, announcedAddress, port, udp } = settings;
  const where = {
    ip,
    ...(announcedAddress === null ? {} : { announcedAddress }),
    ...(port === 0 ? {} : { port: port + index }),
  };
  const protocols = udp ? (['udp', 'tcp'] as const) : (['tcp'] as const);
  return protocols.map((protocol) => ({ protocol, ...where, ...(protocol === 'udp' ? udpBuffers : {}) }));
}

/** One process that carries media, with the single door (UDP and TCP) that all its transports share. */
export class MediaWorker {
  readonly index: number;
  readonly worker: types.Worker;
  readonly door: types.WebRtcServer;
  readonly routers = new Set<types.Router>();
  /** Consumers that live on it, pipes included: what its work grows with. */
  consumers = 0;

  private constructor(index: number, worker: types.Worker, door: types.WebRtcServer) {
    this.index = index;
    this.worker = worker;
    this.door = door;
    worker.observer.on('newrouter', (router) => this.#count(router));
  }

  /** Throws when the program does not run, or when its port is taken. */
  static async start(settings: MediaSettings, index: number, path: string): Promise<MediaWorker> {
    const worker = await inChildEnvironment(() => createWorker({ workerBin: path, logLevel: 'none' }));
    try {
      const door = await worker.createWebRtcServer({ listenInfos: listenInfos(settings, index) });
      return new MediaWorker(index, worker, door);
    } catch (error) {
      worker.close();
      throw error;
    }
  }

  get lives(): boolean {
    return !this.worker.closed;
  }

  /** Ends it by force: it is as if it had died. */
  kill(): void {
    try {
      kill(this.worker.pid, 'SIGKILL');
    } catch {
      // It ended by itself in between.
    }
  }

  /** Ends it cleanly, and by force after 2 s. Resolves when the process is gone. */
  async stop(): Promise<void> {
    const { worker } = this;
    const gone = new Promise<void>((done) => {
      if (worker.subprocessClosed) done();
      else worker.once('subprocessclose', done);
    });
    this.#close();
    const limit = new AbortController();
    const late = sleep(closeMs, true, { signal: limit.signal }).catch(() => false);
    if (await Promise.race([gone.then(() => false), late])) this.kill();
    limit.abort();
    await gone;
  }

  #close(): void {
    try {
      this.worker.close();
    } catch {
      this.kill();
    }
  }

  #count(router: types.Router): void {
    this.routers.add(router);
    router.observer.once('close', () => this.routers.delete(router));
    router.observer.on('newtransport', (transport) => {
      transport.observer.on('newconsumer', (consumer) => {
        this.consumers += 1;
        consumer.observer.once('close', () => (this.consumers -= 1));
      });
    });
  }
}
