import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { fr as api } from '../api/texts.ts';
import { fr as deliveries } from '../features/deliveries/texts.ts';
import { fr as home } from '../features/home/texts.ts';
import { fr as notifications } from '../features/notifications/texts.ts';
import { fr as organisations } from '../features/organisations/texts.ts';
import { fr as portal } from '../features/portal/texts.ts';
import { fr as signingIn } from '../features/signing-in/texts.ts';
import { fr as ui } from '../ui/texts.ts';
import { fr as app } from './texts.ts';
import { readSetting, toLanguage, writeSetting } from '../lib/index.ts';
import type { french as later } from './french.ts';

/** What the first pages say: sign-in, portals, home, and the frame around every page. */
const french = {
  api,
  app,
  deliveries,
  home,
  notifications,
  organisations,
  portal,
  signingIn,
  ui,
};
type Rooms = typeof french & typeof later;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: Rooms;
  }
}

/** English comes when it is asked for; French is part of the application. */
const fetchEnglish: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: async (_language, room) => (await import('./english.ts')).english[room as keyof Rooms],
};

async function fetchTexts(): Promise<void> {
  const { french: rest } = await import('./french.ts');
  for (const [room, texts] of Object.entries(rest)) i18next.addResourceBundle('fr', room, texts);
  // In English too when that is what is spoken; and from now on whenever the language changes.
  await i18next.loadNamespaces(Object.keys(rest));
}

let loading: Promise<void> | null = null;

/** The texts of the other pages, fetched once, beside the first of these pages. */
export function loadTexts(): Promise<void> {
  loading ??= fetchTexts().catch((error: unknown) => {
    // A page that could not be loaded is asked again: so are its texts.
    loading = null;
    throw error;
  });
  return loading;
}

/** Starts the catalogue: one namespace for each room's texts, French unless this browser remembers otherwise. */
export async function startI18n(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = toLanguage(language);
    writeSetting('language', language === 'fr' ? null : language);
  });
  await i18next
    .use(fetchEnglish)
    .use(initReactI18next)
    .init({
      resources: { fr: french },
      partialBundledLanguages: true,
      lng: toLanguage(readSetting('language')),
      fallbackLng: 'fr',
      ns: Object.keys(french),
      defaultNS: 'app',
      interpolation: { escapeValue: false },
    });
}
