/** What somebody marked « Relu », by report: the words that they read, and whether these have changed since. */
export type Marks = ReadonlyMap<string, { textHash: string; changed: boolean }>;

/** « Relu » ticked or taken off. */
export function mark(marks: Marks, reportId: string, textHash: string | null): Marks {
  const next = new Map(marks);
  if (textHash === null) next.delete(reportId);
  else next.set(reportId, { textHash, changed: false });
  return next;
}

/** Other words than those that were read: the tick goes, and the line says why. The same marks where nothing changed. */
export function notice(marks: Marks, reportId: string, textHash: string): Marks {
  const known = marks.get(reportId);
  if (!known || known.changed || known.textHash === textHash) return marks;
  return new Map(marks).set(reportId, { ...known, changed: true });
}

/** Whether these very words are marked as read. */
export function isRead(marks: Marks, reportId: string): boolean {
  const known = marks.get(reportId);
  return known !== undefined && !known.changed;
}
