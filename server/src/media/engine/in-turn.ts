/** Does one thing after the other, in the order they were asked, whatever became of the one before. */
export function inTurn(): <Result>(act: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const done = last.then(act, act);
    // Who asked is told of the failure; the next one in turn has nothing to do with it.
    last = done.catch(() => undefined);
    return done;
  };
}
