type Needs = {
  /** Hears that there is a network again. */
  whenOnline: (listener: () => void) => void;
  /** Ends the session; `leaveAt`: where the browser goes to leave Pro Santé Connect too. */
  logout: () => Promise<{ leaveAt: string | null }>;
  /** Somebody signed in meanwhile: theirs is not the session to end. */
  isSomebodyThere: () => boolean;
  go: (address: string) => void;
};

/** Nobody is there any more and the server was not reached: the session ends as soon as it is, over there too. Rule AUT-28. */
export function endWhenReached({ whenOnline, logout, isSomebodyThere, go }: Needs): void {
  const end = async () => {
    if (isSomebodyThere()) return;
    try {
      const { leaveAt } = await logout();
      if (leaveAt !== null && !isSomebodyThere()) go(leaveAt);
    } catch {
      // Still out of reach, or ended already: the server ends it by itself, as nobody uses it.
    }
  };
  whenOnline(() => void end());
}
