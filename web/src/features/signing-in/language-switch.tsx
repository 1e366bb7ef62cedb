import { languages } from '../../lib/index.ts';
import { Button, useLanguage } from '../../ui/index.ts';

const names = { fr: 'Français', en: 'English' } as const;

/** The other language, named in itself, for pages without an account menu. */
export function LanguageSwitch() {
  const { language, setLanguage } = useLanguage();
  const other = languages.find((each) => each !== language) ?? 'fr';
  return (
    <Button variant="quiet" size="small" icon="language" lang={other} onPress={() => setLanguage(other)}>
      {names[other]}
    </Button>
  );
}
