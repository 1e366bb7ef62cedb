/** An export reads everything and sets pages: nobody needs more of them. */
export const personalDataRate = { perMinute: 10 };
