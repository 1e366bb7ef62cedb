import type { EndpointName } from '@concertation/shared/contracts';
import { type Input, send } from './call.ts';

/** The bytes that an endpoint answers, to be shown in the page. Throws ApiError. */
export async function readBytes<Name extends EndpointName>(
  name: Name,
  input: Input<Name>,
  signal?: AbortSignal,
): Promise<Blob> {
  const response = await send(name, input as Parameters<typeof send>[1], signal);
  return response.blob();
}
