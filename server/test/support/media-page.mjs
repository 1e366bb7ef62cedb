// What runs in Chromium for the tests of the media engine: mediasoup-client on one side, `ask` (the test) on the other.
import { Device } from 'mediasoup-client';

const seats = new Map();

/** Says to mediasoup-client what became of a request. */
async function relay(asked, done, fail) {
  try {
    done(await asked);
  } catch (error) {
    fail(error);
  }
}

/** Somebody comes in: both transports exist, none is connected yet. */
async function join(name, { rtpCapabilities, transports }) {
  const device = await Device.factory();
  await device.load({ routerRtpCapabilities: rtpCapabilities });
  const send = device.createSendTransport(transports.send);
  const receive = device.createRecvTransport(transports.receive);
  for (const transport of [send, receive])
    transport.on('connect', ({ dtlsParameters }, done, fail) =>
      relay(ask(name, 'connectTransport', [transport.id, dtlsParameters]), done, fail),
    );
  const produced = async (given) => ({ id: (await ask(name, 'produce', given)).producerId });
  send.on('produce', ({ rtpParameters, appData }, done, fail) =>
    relay(produced([appData.source, rtpParameters, false]), done, fail),
  );
  seats.set(name, { device, send, receive, consumers: new Map() });
}

/** A steady tone: Chromium's fake microphone only beeps, which is nobody speaking. */
function tone() {
  const audio = new AudioContext();
  const oscillator = audio.createOscillator();
  const out = audio.createMediaStreamDestination();
  oscillator.connect(out);
  oscillator.start();
  return out.stream;
}

/** Sends a tone, or Chromium's fake camera in three layers. Returns the producer's id. */
async function produce(name, source) {
  const { send } = seats.get(name);
  const image = () => navigator.mediaDevices.getUserMedia({ video: { width: 960, height: 540 } });
  const [track] = (source === 'microphone' ? tone() : await image()).getTracks();
  const encodings = [4, 2, 1].map((scaleResolutionDownBy) => ({ scaleResolutionDownBy, scalabilityMode: 'L1T3' }));
  const layers = source === 'microphone' ? {} : { encodings };
  const producer = await send.produce({ track, appData: { source }, ...layers });
  return producer.id;
}

async function consume(name, producerIds) {
  const seat = seats.get(name);
  const consumers = await ask(name, 'consume', [producerIds, seat.device.recvRtpCapabilities]);
  for (const options of consumers) {
    const consumer = await seat.receive.consume(options);
    seat.consumers.set(consumer.id, consumer);
    play(consumer);
  }
  return consumers;
}

/** Chromium decodes nothing that no element plays. */
function play({ kind, track }) {
  const element = document.body.appendChild(document.createElement(kind));
  element.srcObject = new MediaStream([track]);
  element.autoplay = true;
  void element.play();
}

/** What was decoded of one consumer since the start: sound's energy, or frames and their width. */
async function received(name, consumerId) {
  const consumer = seats.get(name).consumers.get(consumerId);
  for (const report of (await consumer.getStats()).values())
    if (report.type === 'inbound-rtp')
      return {
        energy: report.totalAudioEnergy ?? 0,
        frames: report.framesDecoded ?? 0,
        width: report.frameWidth ?? 0,
      };
  return { energy: 0, frames: 0, width: 0 };
}

const states = (name) => {
  const { send, receive } = seats.get(name);
  return { send: send.connectionState, receive: receive.connectionState };
};

async function restartIce(name) {
  for (const transport of [seats.get(name).send, seats.get(name).receive])
    await transport.restartIce({ iceParameters: await ask(name, 'restartIce', [transport.id]) });
}

/** Opens the data channel of a probe; the state of its transport follows in `states`. */
async function probe(name, { rtpCapabilities, transport: options }) {
  const device = await Device.factory();
  await device.load({ routerRtpCapabilities: rtpCapabilities });
  const send = device.createSendTransport(options);
  send.on('connect', ({ dtlsParameters }, done, fail) =>
    relay(ask(name, 'connectTransport', [send.id, dtlsParameters]), done, fail),
  );
  send.on('producedata', (_, done) => done({ id: crypto.randomUUID() }));
  seats.set(name, { device, send, receive: send, consumers: new Map() });
  await send.produceData();
}

globalThis.call = { join, produce, consume, received, states, restartIce, probe };
