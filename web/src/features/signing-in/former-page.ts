/** Where this window was when the session of somebody who was at work ended, and whose that was. */
type FormerPage = { path: string; accountId: string };

const name = 'concertation.formerPage';

/** Notes it: whoever signs in next may be somebody else. Source: product 3.4. */
export function noteFormerPage(page: FormerPage): void {
  try {
    sessionStorage.setItem(name, JSON.stringify(page));
  } catch {
    // Without storage, the page wanted is offered to whoever comes: the server decides who reads it.
  }
}

/** Whether this account would land on the page where another one was; asked once. */
export function takeFormerPageOfAnother(accountId: string, path: string): boolean {
  try {
    const former = JSON.parse(sessionStorage.getItem(name) ?? 'null') as Partial<FormerPage> | null;
    sessionStorage.removeItem(name);
    return former !== null && former.accountId !== accountId && former.path === path;
  } catch {
    // Nothing readable was noted.
    return false;
  }
}
