import { endpoints } from '@concertation/shared/contracts';
import { openFile } from '../../../files/index.ts';
import { route } from '../../route.ts';
import { attachment } from './attachment.ts';

export const downloadFile = route(endpoints.downloadFile, async ({ files }, { principal, params, reply }) => {
  const { name, bytes, content } = await openFile(files, principal, params);
  void reply.headers({
    'content-disposition': attachment(name),
    'content-length': bytes,
    'content-security-policy': "sandbox; default-src 'none'",
  });
  return content;
});
