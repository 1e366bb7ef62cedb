import { AppError, atLeast } from '../../lib/index.ts';
import { accountAt, type SignInAccount, signInAccount } from '../accounts/sign-in-account.ts';
import { forgetFailuresAt } from '../attempts/attempts.ts';
import { dropPending } from '../codes/pending.ts';
import { countLinks, endLinks, makeLink, readLink, takeLink } from '../links/account-links.ts';
import type { AuthNeeds } from '../needs.ts';
import { changeNotice, newPasswordNotice, noPasswordNotice } from '../notices.ts';
import { checkPassword } from './check-password.ts';
import { hashPassword } from './hash-password.ts';
import { passwordHashOf, storePassword } from './stored-passwords.ts';

const linkMs = 30 * 60_000;
/** Mails that one address receives in half an hour, whoever asks. */
const mostLinks = 3;
/** Longer than writing a mail takes: the answer comes as late without an account. */
const answerAfterMs = 300;

async function sendLink(needs: AuthNeeds, { id: accountId, email }: SignInAccount): Promise<void> {
  const { database, audit, post, origin } = needs;
  await database.transaction(async (tx) => {
    if ((await countLinks(tx, accountId, 'new_password')) >= mostLinks) return;
    const expiresAt = new Date(Date.now() + linkMs);
    const token = await makeLink(tx, { accountId, purpose: 'new_password', expiresAt });
    // A link by e-mail would give an account opened by passkeys a weaker way in than it has: its owner is told how to enter.
    const notice =
      (await passwordHashOf(tx, accountId)) === null
        ? noPasswordNotice(origin)
        : newPasswordNotice(`${origin}/mot-de-passe#${token}`);
    await post.mail(tx, { recipient: email, ...notice });
    await audit.record(tx, 'password.asked', { accountId }, {});
  });
}

/**
 * « Mot de passe oublié ? »: sends a link, good once for half an hour, if the address has an account with a password. The
 * answer and its delay are the same if not. Source: PA-21.
 */
export function askNewPassword(needs: AuthNeeds, email: string): Promise<void> {
  return atLeast(answerAfterMs, async () => {
    const account = await accountAt(needs.database.db, needs, email);
    if (account) await sendLink(needs, account);
  });
}

/**
 * Sets the password behind a link. It signs nobody in, ends every session, and its owner is told. Throws `link_ended`;
 * `password_common`, after which the link is still good.
 */
export async function setForgottenPassword(
  needs: AuthNeeds,
  { token, password }: { token: string; password: string },
): Promise<void> {
  const { database, audit, sessions, post, origin } = needs;
  const { accountId } = await readLink(database.db, token, 'new_password');
  const account = await signInAccount(database.db, needs, accountId);
  if (!account || (await passwordHashOf(database.db, accountId)) === null) throw new AppError('link_ended');
  checkPassword(password, account);
  const hash = await hashPassword(password);
  await database.transaction(async (tx) => {
    await takeLink(tx, token, 'new_password');
    await endLinks(tx, accountId, ['new_password', 'new_address']);
    await storePassword(tx, accountId, hash, { byMail: true });
    await dropPending(tx, accountId);
    await forgetFailuresAt(tx, needs, account.email);
    await post.mail(tx, { recipient: account.email, ...changeNotice('password_changed', origin) });
    await sessions.endAllOf(tx, accountId, null);
    await audit.record(tx, 'password.changed', { accountId }, { forgotten: true });
  });
}
