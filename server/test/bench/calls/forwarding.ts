import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createWorker, type types } from 'mediasoup';
import { mediaCodecs } from '../../../src/media/engine/media-codecs.ts';
import { Child } from '../child.ts';
import type { ForwardingPoint, Sender, SenderAnswer, SenderRequest, SinkAnswer } from './messages.ts';
import { payloadTypes, video, voice } from './rtp-stream.ts';

/** As `CALL_VIDEOS`: what one browser receives at once. */
const videosEach = 16;
const warmingMs = 2_000;
const local = { protocol: 'udp', ip: '127.0.0.1' } as const;
/** What Chromium and mediasoup agree on; packets leave the worker encrypted, as in a call. */
const suite = { cryptoSuite: 'AEAD_AES_256_GCM', keyBytes: 44 } as const;

type Participant = { sender: Sender; producers: { speech: types.Producer; face: types.Producer } };
type Receiver = { transport: types.PlainTransport; consumers: types.Consumer[] };

async function join(router: types.Router, at: number): Promise<Participant> {
  const transport = await router.createPlainTransport({ listenInfo: local, comedia: true });
  const [voiceSsrc, videoSsrc] = [1_000 + at * 2, 1_001 + at * 2];
  const opus = { mimeType: 'audio/opus', payloadType: payloadTypes.voice, clockRate: 48_000, channels: 2 };
  const vp8 = { mimeType: 'video/VP8', payloadType: payloadTypes.video, clockRate: 90_000 };
  const produce = (kind: types.MediaKind, codec: types.RtpCodecParameters, ssrc: number) =>
    transport.produce({ kind, rtpParameters: { codecs: [codec], encodings: [{ ssrc }] } });
  const speech = await produce('audio', opus, voiceSsrc);
  const face = await produce('video', vp8, videoSsrc);
  return { sender: { port: transport.tuple.localPort, voiceSsrc, videoSsrc }, producers: { speech, face } };
}

/** One receiver of everybody else's voice, and of as many faces as a browser receives. */
async function receive(router: types.Router, others: Participant[], port: number): Promise<Receiver> {
  const transport = await router.createPlainTransport({
    listenInfo: { ...local, sendBufferSize: 4_000_000 },
    enableSrtp: true,
    srtpCryptoSuite: suite.cryptoSuite,
  });
  const srtpParameters = {
    cryptoSuite: suite.cryptoSuite,
    keyBase64: randomBytes(suite.keyBytes).toString('base64'),
  };
  await transport.connect({ ip: local.ip, port, srtpParameters });
  const producers = [
    ...others.map(({ producers: { speech } }) => speech),
    ...others.slice(0, videosEach).map(({ producers: { face } }) => face),
  ];
  const consumers: types.Consumer[] = [];
  for (const { id } of producers)
    consumers.push(await transport.consume({ producerId: id, rtpCapabilities: router.rtpCapabilities }));
  return { transport, consumers };
}

const residentMib = (pid: number): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024;

/** What the worker has cost, then what has left it: counting costs it something too. */
async function readCounts(worker: types.Worker, receivers: Receiver[]) {
  const usage = await worker.getResourceUsage();
  const at = performance.now();
  const stats = await Promise.all(receivers.map(({ transport }) => transport.getStats()));
  const sent = await Promise.all(
    receivers.flatMap(({ consumers }) => consumers.map((consumer) => consumer.getStats())),
  );
  return {
    at,
    cpuMs: usage.ru_utime + usage.ru_stime,
    bytes: stats.flat().reduce((sum, { bytesSent }) => sum + bytesSent, 0),
    packets: sent.flat().reduce((sum, { type, packetCount }) => sum + (type === 'outbound-rtp' ? packetCount : 0), 0),
  };
}

/** Packets a second that everybody together is due. */
function duePackets(people: number): number {
  const others = people - 1;
  const pictures = video.picturesPerSecond * video.packetsPerPicture;
  return people * (others * voice.perSecond + Math.min(others, videosEach) * pictures);
}

async function measureMeeting(
  worker: types.Worker,
  load: Child<SenderRequest, SenderAnswer>,
  people: number,
  seconds: number,
): Promise<ForwardingPoint> {
  const sink = new Child<never, SinkAnswer>('./calls/sink.ts', 1, [String(people)]);
  const { ports } = await sink.next('ready');
  const router = await worker.createRouter({ mediaCodecs });
  const participants: Participant[] = [];
  for (let at = 0; at < people; at += 1) participants.push(await join(router, at));
  const receivers = await Promise.all(
    participants.map((me, at) =>
      receive(router, [...participants.slice(at + 1), ...participants.slice(0, at)], ports[at] as number),
    ),
  );
  await load.ask({ type: 'send', senders: participants.map(({ sender }) => sender) }, 'sending');
  await sleep(warmingMs);
  const before = await readCounts(worker, receivers);
  await sleep(seconds * 1000);
  const after = await readCounts(worker, receivers);
  await load.ask({ type: 'pause' }, 'paused');
  const memoryMib = residentMib(worker.pid);
  router.close();
  await sink.end('SIGKILL');
  const elapsed = (after.at - before.at) / 1000;
  const megabits = ((after.bytes - before.bytes) * 8) / 1e6;
  const cpuSeconds = (after.cpuMs - before.cpuMs) / 1000;
  return {
    people,
    consumers: people * (people - 1 + Math.min(people - 1, videosEach)),
    forwarded: megabits / elapsed,
    kept: (after.packets - before.packets) / elapsed / duePackets(people),
    cpu: cpuSeconds / elapsed,
    cpuPerMegabit: cpuSeconds / megabits,
    memoryMib,
  };
}

/**
 * Meetings of more and more people on one worker of its own core: everybody speaks and shows themselves, everybody
 * receives all the voices and up to 16 faces. What comes in is plain RTP, what leaves is encrypted; nobody answers with
 * RTCP.
 */
export async function measureForwarding(
  workerBin: string,
  { sizes, seconds }: { sizes: number[]; seconds: number },
): Promise<ForwardingPoint[]> {
  const load = new Child<SenderRequest, SenderAnswer>('./calls/sender.ts', 1);
  const worker = await createWorker({ workerBin, logLevel: 'none' });
  spawnSync('taskset', ['-a', '-c', '-p', '0', String(worker.pid)], { stdio: 'ignore' });
  const points: ForwardingPoint[] = [];
  try {
    for (const people of sizes) points.push(await measureMeeting(worker, load, people, seconds));
    return points;
  } finally {
    worker.close();
    await load.end('SIGKILL');
  }
}
