/** Rich-text sections of a meeting's own document: notes about its running, never about a patient's decision. */
export const meetingSections = ['notes'] as const;
export type MeetingSection = (typeof meetingSections)[number];
