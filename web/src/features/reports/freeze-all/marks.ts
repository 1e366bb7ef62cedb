/** What somebody read: a decision's words, beside a patient's identity as it then was. */
export type Reading = { textHash: string; patientRevision: number };

/** What somebody marked « Relu », by report: what they read, and whether it has changed since. */
export type Marks = ReadonlyMap<string, Reading & { changed: boolean }>;

/** « Relu » ticked or taken off. */
export function mark(marks: Marks, reportId: string, reading: Reading | null): Marks {
  const next = new Map(marks);
  if (reading === null) next.delete(reportId);
  else next.set(reportId, { ...reading, changed: false });
  return next;
}

/** Something else than what was read: the tick goes, and the line says why. The same marks where nothing changed. */
export function notice(marks: Marks, reportId: string, { textHash, patientRevision }: Reading): Marks {
  const known = marks.get(reportId);
  if (!known || known.changed || (known.textHash === textHash && known.patientRevision === patientRevision))
    return marks;
  return new Map(marks).set(reportId, { ...known, changed: true });
}

/** Whether this very decision is marked as read. */
export function isRead(marks: Marks, reportId: string): boolean {
  const known = marks.get(reportId);
  return known !== undefined && !known.changed;
}
