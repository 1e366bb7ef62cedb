import type { EndpointName } from '@concertation/shared/contracts';
import { type Input, send } from './call.ts';
import { fileNameOf } from './file-name-of.ts';

/**
 * Fetches a file and hands it to the browser to save, under the server's name or `fallbackName`; returns that name.
 * Unlike a plain link, a refusal is thrown as an ApiError to be shown where it was asked.
 */
export async function download<Name extends EndpointName>(
  name: Name,
  input: Input<Name>,
  fallbackName: string,
): Promise<string> {
  const response = await send(name, input as Parameters<typeof send>[1]);
  const fileName = fileNameOf(response.headers.get('content-disposition')) ?? fallbackName;
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser reads the address after this turn of its loop.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return fileName;
}
