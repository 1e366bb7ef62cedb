import { v7 } from 'uuid';

/** A new entity's id: UUID version 7, so that rows sort by creation. */
export const newId = (): string => v7();
