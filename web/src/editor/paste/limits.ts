/** Characters that one section may hold: some sixty pages. Far below what the server takes in one message. */
export const sectionLimit = 200_000;

/** Cells that a pasted table may have. */
export const cellLimit = 1500;
