import { z } from 'zod';
import { identifier, line } from '../../domain/index.ts';
import { endpoint } from './endpoint.ts';

export const correspondentRoles = ['general_practitioner', 'correspondent'] as const;

const address = z.email().max(320);

/** Who treats the patient outside the meeting. Source: CM-37, CM-38, domain.md 1.6. */
export const correspondent = z.object({
  correspondentId: identifier,
  role: z.enum(correspondentRoles),
  name: z.string(),
  accountId: identifier.nullable(),
  address: z.string().nullable(),
});
export type Correspondent = z.infer<typeof correspondent>;

export const deliveryRoles = [
  'presenter',
  'owner',
  'referent',
  'general_practitioner',
  'correspondent',
  'member',
] as const;

/**
 * `product`: read here; `secure_mail`: the file itself, to an address of a trusted domain; `link`: an ordinary address,
 * which receives a link to sign in and no patient data; `none`: no address is known.
 */
export const deliveryChannels = ['product', 'secure_mail', 'link', 'none'] as const;
export const deliveryStates = ['waiting', 'sent', 'delivered', 'read', 'failed', 'settled'] as const;

/**
 * Why a report did not arrive: no address; no secure mail is configured; the server could not be reached, or refused;
 * it came back undelivered; the recipient's software refused it (as an unknown patient).
 */
export const deliveryFailures = [
  'no_address',
  'no_secure_mail',
  'unreachable',
  'refused',
  'undelivered',
  'not_integrated',
] as const;

/** One recipient of a signed report. Rules DLV-1 to DLV-12. */
export const delivery = z.object({
  deliveryId: identifier,
  reportId: identifier,
  role: z.enum(deliveryRoles),
  name: z.string(),
  channel: z.enum(deliveryChannels),
  address: z.string().nullable(),
  state: z.enum(deliveryStates),
  failure: z.enum(deliveryFailures).nullable(),
  /** Status that came back, as `5.1.1` or `902`. */
  code: z.string().nullable(),
  sentAt: z.iso.datetime().nullable(),
  settledAt: z.iso.datetime().nullable(),
  settlement: z.string().nullable(),
});
export type Delivery = z.infer<typeof delivery>;

/** A delivery that failed, where its coordinator finds it. */
export const failedDelivery = delivery.extend({
  meetingId: identifier,
  caseId: identifier,
  boardName: z.string(),
  documentNumber: z.string(),
});
export type FailedDelivery = z.infer<typeof failedDelivery>;

const caseParams = z.object({ caseId: identifier });
const reportParams = z.object({ reportId: identifier });
const deliveryParams = reportParams.extend({ deliveryId: identifier });
const runs = { action: 'report.validate', subject: 'report', param: 'reportId' } as const;

export const deliveryEndpoints = {
  listCorrespondents: endpoint({
    method: 'GET',
    path: '/api/cases/:caseId/correspondents',
    summary: 'The médecin traitant and other correspondents of a case',
    gate: { action: 'case.read', subject: 'case', param: 'caseId' },
    params: caseParams,
    response: z.array(correspondent),
  }),
  addCorrespondent: endpoint({
    method: 'POST',
    path: '/api/cases/:caseId/correspondents',
    summary: 'Add who treats the patient; another médecin traitant takes the place of the first',
    gate: { action: 'case.correspond', subject: 'case', param: 'caseId' },
    params: caseParams,
    body: z.object({
      role: z.enum(correspondentRoles),
      name: line(120),
      accountId: identifier.nullable().default(null),
      address: address.nullable().default(null),
    }),
    response: z.object({ correspondentId: identifier }),
  }),
  removeCorrespondent: endpoint({
    method: 'DELETE',
    path: '/api/cases/:caseId/correspondents/:correspondentId',
    summary: 'Remove a correspondent: they receive nothing more',
    gate: { action: 'case.correspond', subject: 'case', param: 'caseId' },
    params: caseParams.extend({ correspondentId: identifier }),
    response: z.void(),
  }),
  listDeliveries: endpoint({
    method: 'GET',
    path: '/api/reports/:reportId/deliveries',
    summary: 'To whom a signed report was given, how, and what became of it',
    gate: { action: 'report.read', subject: 'report', param: 'reportId' },
    params: reportParams,
    response: z.array(delivery),
  }),
  sendDelivery: endpoint({
    method: 'POST',
    path: '/api/reports/:reportId/deliveries/:deliveryId/send',
    summary: 'Send again, to the same address or to another; `wrong_state` for what was read in the product',
    gate: runs,
    params: deliveryParams,
    body: z.object({ address: address.nullable().default(null) }),
    response: z.void(),
  }),
  openDelivery: endpoint({
    method: 'POST',
    path: '/api/reports/:reportId/deliveries/:deliveryId/opening',
    summary:
      'Open the link of a mail, signed in with the very address that received it: gives the right to read this report',
    gate: 'signed_in',
    params: deliveryParams,
    response: z.void(),
  }),
  settleDelivery: endpoint({
    method: 'POST',
    path: '/api/reports/:reportId/deliveries/:deliveryId/settlement',
    summary: 'Say how it reached its recipient otherwise; it then fails no more',
    gate: runs,
    params: deliveryParams,
    body: z.object({ settlement: line(300).min(3) }),
    response: z.void(),
  }),
  listFailedDeliveries: endpoint({
    method: 'GET',
    path: '/api/deliveries/failed',
    summary: 'Reports of my boards that did not reach a recipient, oldest first, until it is settled; at most 100',
    gate: 'signed_in',
    response: z.array(failedDelivery),
  }),
};
