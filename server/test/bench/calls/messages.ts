/** Where one participant sends, and the streams that are theirs. */
export type Sender = { port: number; voiceSsrc: number; videoSsrc: number };

export type SenderRequest = { type: 'send'; senders: Sender[] } | { type: 'pause' };
export type SenderAnswer = { type: 'sending' } | { type: 'paused'; packets: number };

/** Ports that receive and are read by nobody: what the browsers' own processors would do is not measured. */
export type SinkAnswer = { type: 'ready'; ports: number[] };

/** What a meeting of so many people cost the worker that carries it. */
export type ForwardingPoint = {
  people: number;
  consumers: number;
  /** Megabits per second that leave the worker. */
  forwarded: number;
  /** Packets that left, among those that were due: below 1 the worker no longer keeps up. */
  kept: number;
  /** Of one core, from 0 to 1. */
  cpu: number;
  cpuPerMegabit: number;
  memoryMib: number;
};

/** Medians, in milliseconds, from the click on « Rejoindre ». */
export type JoinTimes = { type: 'joined'; joins: number; audio: number; video: number };
