/** A whole hospital types from one address; copying the directory through its search would take years. */
export const directoryRate = { perMinute: 120 };
