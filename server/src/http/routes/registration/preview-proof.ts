import { endpoints } from '@concertation/shared/contracts';
import { previewProof as preview } from '../../../registration/index.ts';
import { route } from '../../route.ts';

export const previewProof = route(endpoints.previewProof, async (services, { principal, params, reply }) => {
  void reply.header('content-security-policy', "sandbox; default-src 'none'");
  return preview(services, principal, params);
});
