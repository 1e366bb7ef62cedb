/** Notices to a whole board that one address may cause in a minute: enough to plan, too little to fill mailboxes. */
export const noticeRate = { perMinute: 30 };
