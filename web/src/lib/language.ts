/** The languages of the screen; French first. */
export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/** Reads any language tag as one of ours. */
export function toLanguage(tag: string | null | undefined): Language {
  return tag?.toLowerCase().startsWith('en') ? 'en' : 'fr';
}

/** The locale for dates and numbers: both languages write the day before the month. */
export function localeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : 'fr-FR';
}
