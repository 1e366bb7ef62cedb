import type { Consent, ConsentDraft } from '@concertation/shared/contracts';
import { formatDate, parseTypedDate } from '../../lib/index.ts';

/** The form of a consent as it is being filled: the day as typed. `opposition` null: not answered yet. */
export type ConsentForm = Omit<ConsentDraft, 'opposition' | 'means'> & {
  opposition: ConsentDraft['opposition'] | null;
  means: ConsentDraft['means'] | null;
};
export type ConsentField = 'informedOn' | 'informedBy' | 'means' | 'opposition';

/** A day as its reader's calendar says it, `AAAA-MM-JJ`. */
export function localDay(date: Date): string {
  const parts = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'));
  return [date.getFullYear(), ...parts].join('-');
}

/** The form on what was recorded, or on nothing: informed today by who fills it. */
export function consentForm(consent: Consent | null, informedBy: string, today: Date): ConsentForm {
  if (!consent)
    return { informedOn: formatDate(localDay(today)), informedBy, means: null, opposition: null, sharing: false };
  const { informedOn, informedBy: by, means, opposition, sharing } = consent;
  return { informedOn: formatDate(informedOn), informedBy: by, means, opposition, sharing };
}

/** Reads the form: what is to be recorded, or the fields to correct in their order. Who objects agrees to no sharing. */
export function readConsentForm(
  form: ConsentForm,
  today: string,
): { consent: ConsentDraft } | { wrong: ConsentField[] } {
  const informedOn = parseTypedDate(form.informedOn);
  const informedBy = form.informedBy.trim();
  const wrong: ConsentField[] = [];
  if (informedOn === null || informedOn > today) wrong.push('informedOn');
  if (informedBy === '') wrong.push('informedBy');
  if (form.means === null) wrong.push('means');
  if (form.opposition === null) wrong.push('opposition');
  if (wrong.length > 0 || informedOn === null || form.means === null || form.opposition === null) return { wrong };
  const { means, opposition } = form;
  return { consent: { informedOn, informedBy, means, opposition, sharing: form.sharing && opposition === 'none' } };
}
