/** Each way in may be tried this often from one address: enough for a whole hospital behind one, too little for a search. */
export const doorRate = { perMinute: 60 };
