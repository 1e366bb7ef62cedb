/** What two seconds of a call say of the connection that carries it. Null: not known in this sample. */
export type ConnectionSample = {
  /** Packets lost, in percent, the worse of both directions. */
  lossPercent: number;
  /** Of the sound received. */
  jitterMs: number;
  roundTripMs: number | null;
  /** What the browser believes it may send. */
  availableKbps: number | null;
};

/** Packets counted since the beginning, from which the next sample is told. */
export type PacketTotals = { received: number; lost: number };

type Statistic = Record<string, unknown> & { type: string };

const numberOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;
const largest = (values: (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? Math.max(...known) : null;
};

/** Reads a sample from the browser's statistics of what is sent and of what is received. Source: W3C webrtc-stats. */
export function readSample(
  sent: readonly Statistic[],
  received: readonly Statistic[],
  before: PacketTotals,
): { sample: ConnectionSample; totals: PacketTotals } {
  // What the server sends to measure the path is meant to be lost where it is narrow.
  const inbound = received.filter(({ type, mid }) => type === 'inbound-rtp' && mid !== 'probator');
  const totals = { received: 0, lost: 0 };
  for (const { packetsReceived, packetsLost } of inbound) {
    totals.received += numberOf(packetsReceived) ?? 0;
    totals.lost += numberOf(packetsLost) ?? 0;
  }
  const lost = Math.max(0, totals.lost - before.lost);
  const arrived = Math.max(0, totals.received - before.received);
  const lossReceiving = lost + arrived > 0 ? (lost / (lost + arrived)) * 100 : 0;

  const echoes = sent.filter(({ type }) => type === 'remote-inbound-rtp');
  const lossSending = (largest(echoes.map(({ fractionLost }) => numberOf(fractionLost))) ?? 0) * 100;
  const pairs = [...sent, ...received].filter(({ type, nominated }) => type === 'candidate-pair' && nominated === true);
  const sound = inbound.filter(({ kind }) => kind === 'audio');
  const roundTrip = largest(pairs.map(({ currentRoundTripTime }) => numberOf(currentRoundTripTime)));
  const available = largest(
    sent
      .filter(({ type, nominated }) => type === 'candidate-pair' && nominated === true)
      .map(({ availableOutgoingBitrate }) => numberOf(availableOutgoingBitrate)),
  );
  return {
    sample: {
      lossPercent: Math.max(lossReceiving, lossSending),
      jitterMs: (largest(sound.map(({ jitter }) => numberOf(jitter))) ?? 0) * 1000,
      roundTripMs: roundTrip === null ? null : roundTrip * 1000,
      availableKbps: available === null ? null : available / 1000,
    },
    totals,
  };
}
