/** What the bench's processes say to one another. Targets are servers; the load is a process full of real providers. */
export type TargetKind = 'concertation' | 'hocuspocus' | 'y-websocket';

export type TargetReady = { type: 'ready'; port: number; cookie: string; documents: string[] };
export type TargetRequest =
  { type: 'processor' } | { type: 'memory' } | { type: 'history'; edits: number } | { type: 'stop' };
export type TargetAnswer =
  | TargetReady
  | { type: 'processor'; milliseconds: number }
  | { type: 'memory'; bytes: number }
  | { type: 'history'; document: string };

export type LoadTarget = { kind: TargetKind; port: number; cookie: string };
export type LoadRequest =
  | { type: 'connect'; target: LoadTarget; documents: string[]; editors: number }
  | { type: 'measure'; seconds: number }
  | { type: 'back' }
  | { type: 'open'; target: LoadTarget; document: string }
  | { type: 'disconnect' };
export type Latencies = { p50: number; p95: number; p99: number };
export type LoadAnswer =
  | { type: 'connected' }
  | { type: 'measured'; seen: Latencies; deliveries: number; edits: number }
  | { type: 'back'; milliseconds: number }
  | { type: 'opened'; milliseconds: number }
  | { type: 'disconnected' };
