/** Setting and sealing pages takes a thread and a key: a hospital behind one address still has room. */
export const papersRate = { perMinute: 60 };
