import { randomBytes } from 'node:crypto';
import * as asn1js from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq, TimeStampResp } from 'pkijs';
import { TimestampRefused } from '../failures.ts';
import { isVouchedBy, readToken, takeToken } from './read-token.ts';

/** Where times are asked, and who must stand behind them (DER); without roots, whoever answers at that address. */
export type TimestampAuthority = { url: string; roots: readonly Uint8Array[]; patienceMs?: number };

/** Gives a token for a SHA-256. Rejects with TimestampRefused. */
export type Stamp = (imprint: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;

const sha256 = '2.16.840.1.101.3.4.2.1';
const defaultPatienceMs = 10_000;
/** A token with its certificates has about six kilobytes. */
const longestAnswer = 64 * 1024;
/** An authority and a server may disagree by this much; more, and one of them has not the time. */
const clockMs = 3_600_000;
/** A signature leaves this much of its room to its timestamp. */
const longestToken = 8 * 1024;
/** granted, grantedWithMods. */
const granted = [0, 1];

function question(imprint: Uint8Array<ArrayBuffer>, nonce: Uint8Array<ArrayBuffer>): ArrayBuffer {
  return new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: sha256, algorithmParams: new asn1js.Null() }),
      hashedMessage: new asn1js.OctetString({ valueHex: imprint.buffer }),
    }),
    nonce: new asn1js.Integer({ valueHex: nonce.buffer }),
    certReq: true,
  })
    .toSchema()
    .toBER();
}

/** Positive and as short as it can be written, so that it comes back in the same bytes. */
function newNonce(): Uint8Array<ArrayBuffer> {
  const nonce = Uint8Array.from(randomBytes(16));
  nonce[0] = 0x40 | ((nonce[0] as number) & 0x3f);
  return nonce;
}

async function readAnswer(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > longestAnswer) throw new Error('the answer is too long');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** No redirect is followed: the address is the one that was configured. */
async function post({ url, patienceMs }: TimestampAuthority, body: ArrayBuffer): Promise<Uint8Array> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs ?? defaultPatienceMs),
    });
    if (!response.ok) throw new Error(`the authority answered ${response.status}`);
    return await readAnswer(response);
  } catch (cause) {
    throw new TimestampRefused('timestamp_unavailable', 'the authority does not answer', { cause });
  }
}

function tokenOf(answer: Uint8Array): Uint8Array<ArrayBuffer> {
  try {
    const { status, timeStampToken } = TimeStampResp.fromBER(answer);
    if (!granted.includes(status.status) || !timeStampToken) throw new Error(`status ${status.status}`);
    // As it came: its signature is of these bytes, whatever another writer would make of them.
    const { result } = asn1js.fromBER(answer);
    const token = result instanceof asn1js.Sequence ? result.valueBlock.value[1] : null;
    if (!token) throw new Error('no token');
    return Uint8Array.from(token.valueBeforeDecodeView);
  } catch (cause) {
    throw new TimestampRefused('timestamp_refused', 'the authority gave no token', { cause });
  }
}

/**
 * Asks an RFC 3161 authority for the time, and takes its token only when all of it holds: status, nonce, what it is of,
 * certificate, chain, signature, roots, a clock that is not an hour off. The answers of others are refused
 * (`timestamp_refused`); no answer, or one of the transport alone, is `timestamp_unavailable`.
 */
export function askTime(authority: TimestampAuthority): Stamp {
  return async (imprint) => {
    const nonce = newNonce();
    const { roots } = authority;
    const answer = await post(authority, question(imprint, nonce));
    const token = takeToken(tokenOf(answer), imprint, { nonce, roots });
    if (token.length > longestToken)
      throw new TimestampRefused('timestamp_refused', `the token has ${token.length} bytes`);
    const timestamp = readToken(token, imprint);
    if (roots.length > 0 && !isVouchedBy(timestamp, roots))
      throw new TimestampRefused('timestamp_refused', 'the authority is not one of those expected');
    if (Math.abs(timestamp.at.getTime() - Date.now()) > clockMs)
      throw new TimestampRefused('timestamp_refused', 'the authority has another time');
    return token;
  };
}
