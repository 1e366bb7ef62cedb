import { endpoints } from '@concertation/shared/contracts';
import { previewFile as preview } from '../../../files/index.ts';
import { route } from '../../route.ts';

export const previewFile = route(endpoints.previewFile, async ({ files }, { params, query, reply }) => {
  void reply.header('content-security-policy', "sandbox; default-src 'none'");
  return preview(files, { ...params, width: Number(query.width) });
});
