/** Registrations begun or confirmed from one address: enough for a hospital on its first day, too little for a search. */
export const registrationRate = { perMinute: 30 };
