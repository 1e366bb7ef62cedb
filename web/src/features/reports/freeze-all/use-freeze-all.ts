import type { EndpointName } from '@concertation/shared/contracts';
import { useEffect, useRef, useState } from 'react';
import { ApiError, call, refreshFacts } from '../../../api/index.ts';
import type { Reading } from './marks.ts';

/** A report to freeze, and what was read of it. */
export type ToFreeze = Reading & { reportId: string };

export type Refusal = { code: string; message: string };

/** How far it is. `stopped`: why it ended before its end. */
export type FreezeRun = {
  total: number;
  done: number;
  /** The report being frozen; null between two, and at the end. */
  current: string | null;
  waiting: ReadonlySet<string>;
  frozen: ReadonlySet<string>;
  refused: ReadonlyMap<string, Refusal>;
  stopped: Refusal | null;
  isRunning: boolean;
};

const still: FreezeRun = {
  total: 0,
  done: 0,
  current: null,
  waiting: new Set(),
  frozen: new Set(),
  refused: new Map(),
  stopped: null,
  isRunning: false,
};

/** What would refuse the next ones too: nobody proved that they are there, or the server is away. */
const stopping = new Set(['proof_needed', 'signed_out', 'screen_locked', 'network', 'storage_unavailable']);

/** What a refusal says has changed behind the line. */
const behindALine: readonly EndpointName[] = ['readReadBack', 'listGaps'];

/**
 * Freezes reports one after the other, each by the words that were read; the first asks for a fresh proof and the others
 * go on with it. A refusal is for one report; leaving the page stops after the one in hand. Rule FRZ-14.
 */
export function useFreezeAll(): { run: FreezeRun; freeze: (reports: ToFreeze[]) => Promise<void> } {
  const [run, setRun] = useState<FreezeRun>(still);
  const shown = useRef(true);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);

  async function freeze(reports: ToFreeze[]): Promise<void> {
    let state: FreezeRun = {
      ...still,
      total: reports.length,
      waiting: new Set(reports.map(({ reportId }) => reportId)),
      isRunning: true,
    };
    const show = (change: Partial<FreezeRun>) => setRun((state = { ...state, ...change }));
    for (const { reportId, textHash, patientRevision } of reports) {
      if (!shown.current) return;
      const waiting = new Set(state.waiting);
      waiting.delete(reportId);
      show({ current: reportId, waiting });
      try {
        const body = { check: { by: 'reading', textHash, patientRevision }, derogation: null } as const;
        await call('freezeReport', { params: { reportId }, body });
        show({ frozen: new Set(state.frozen).add(reportId), done: state.done + 1 });
        // Not waited for: its state comes while the next one is frozen.
        void refreshFacts('readMeeting');
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        const refusal = { code: error.code, message: error.message };
        if (stopping.has(error.code)) {
          show({ stopped: refusal });
          break;
        }
        show({ refused: new Map(state.refused).set(reportId, refusal), done: state.done + 1 });
        for (const read of behindALine) void refreshFacts(read, { params: { reportId } });
      }
    }
    await refreshFacts('readMeeting');
    show({ isRunning: false, current: null, waiting: new Set() });
  }

  return { run, freeze };
}
