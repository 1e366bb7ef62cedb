// A process of the bench: everybody's voice and face, as RTP over UDP, at the pace of real ones.
import { createSocket } from 'node:dgram';
import { pinToCore } from '../targets/serve.ts';
import type { Sender, SenderAnswer, SenderRequest } from './messages.ts';
import { payloadTypes, pictureHead, RtpStream, video, voice } from './rtp-stream.ts';

pinToCore();
const tell = (answer: SenderAnswer) => process.send?.(answer);
const tickMs = 5;
let stop: () => number = () => 0;

/** Sends for somebody whatever is due; people are spread over the time of a picture. Returns how many packets left. */
function participant({ port, voiceSsrc, videoSsrc }: Sender, offsetMs: number) {
  const socket = createSocket('udp4');
  const speech = new RtpStream({ ...voice, ssrc: voiceSsrc, payloadType: payloadTypes.voice });
  const picture = new RtpStream({ ...video, ssrc: videoSsrc, payloadType: payloadTypes.video });
  const began = performance.now() + offsetMs;
  let words = 0;
  let pictures = 0;
  const send = (packet: Buffer) => socket.send(Buffer.from(packet), port, '127.0.0.1');
  const due = (now: number): number => {
    let sent = 0;
    for (; began + (words * 1000) / voice.perSecond <= now; words += 1, sent += 1) send(speech.next(null));
    for (; began + (pictures * 1000) / video.picturesPerSecond <= now; pictures += 1) {
      const head = pictures % video.picturesPerSecond === 0 ? pictureHead.key : pictureHead.other;
      for (let part = 0; part < video.packetsPerPicture; part += 1, sent += 1) {
        const last = part === video.packetsPerPicture - 1;
        send(picture.next(part === 0 ? head : pictureHead.rest, { marker: last, newFrame: part === 0 }));
      }
    }
    return sent;
  };
  return { due, close: () => socket.close() };
}

function start(senders: Sender[]): () => number {
  const people = senders.map((sender, at) => participant(sender, (at * 40) / senders.length));
  let packets = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    for (const { due } of people) packets += due(now);
  }, tickMs);
  return () => {
    clearInterval(timer);
    for (const { close } of people) close();
    return packets;
  };
}

process.on('message', (request: SenderRequest) => {
  if (request.type === 'pause') {
    const packets = stop();
    stop = () => 0;
    return tell({ type: 'paused', packets });
  }
  stop = start(request.senders);
  tell({ type: 'sending' });
});
