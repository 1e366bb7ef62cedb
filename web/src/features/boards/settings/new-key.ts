/** A name for a label or a question within its board: answers are kept under it, whatever its words become. */
export const newKey = (): string => crypto.randomUUID().slice(0, 8);
