import type { AwaitedCode } from '@concertation/shared/contracts';
import type { TestServer } from '../harness.ts';
import type { Answer } from './ask.ts';
import type { Browser } from './browser.ts';
import { codeIn, mailsTo, textsTo } from './messages.ts';

/** Nobody would think of it. */
export const goodPassword = 'lune-tabouret-violet';

/** The first step; throws unless a code is awaited. */
export async function givePassword(browser: Browser, email: string, password = goodPassword): Promise<AwaitedCode> {
  const answer = await browser.ask('POST', '/api/sign-in/password', { email, password });
  if (answer.status !== 200) throw new Error(`the password answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body as AwaitedCode;
}

/** The code that was sent last. */
export async function sentCode(server: TestServer, email: string, phone?: string): Promise<string> {
  const sent = phone ? await textsTo(server, phone) : await mailsTo(server, email);
  return codeIn(sent.map(({ text }) => text).findLast((text) => /\b\d{6}\b/.test(text)));
}

/** Both steps, with a code by e-mail, or by SMS to this number. */
export async function signInByPassword(
  server: TestServer,
  browser: Browser,
  email: string,
  { password = goodPassword, phone }: { password?: string; phone?: string } = {},
): Promise<Answer> {
  const { pendingId } = await givePassword(browser, email, password);
  return browser.ask('POST', '/api/sign-in/code', { pendingId, code: await sentCode(server, email, phone) });
}
