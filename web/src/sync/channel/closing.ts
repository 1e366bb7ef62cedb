/** What a channel does when the server closes it or does not open it. */
export type Closing = 'withdraw' | 'sign_out' | 'start_afresh' | 'retry';

const closings: Record<string, Closing> = {
  access_withdrawn: 'withdraw',
  not_found: 'withdraw',
  session_ended: 'sign_out',
  signed_out: 'sign_out',
  report_sealed: 'start_afresh',
  update_refused: 'start_afresh',
  document_full: 'start_afresh',
  too_large: 'start_afresh',
};

/** Reads the reason of a close or of a refusal; what is not known passes by itself and is tried again. */
export function closingOf(reason: string): Closing {
  return closings[reason] ?? 'retry';
}
