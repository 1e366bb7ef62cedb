const browsers: [pattern: RegExp, name: string][] = [
  [/\bEdgA?\/|\bEdgiOS\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(HeadlessChrome|Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'Safari'],
];
const systems: [pattern: RegExp, name: string][] = [
  [/\biPad\b/, 'iPad'],
  [/\biPhone\b/, 'iPhone'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bLinux\b|\bX11\b/, 'Linux'],
];

const firstNamed = (names: [RegExp, string][], userAgent: string) =>
  names.find(([pattern]) => pattern.test(userAgent))?.[1];

/**
 * A browser in plain French for the list of sessions, as « Chrome sur Windows », from its User-Agent. It is only words:
 * a User-Agent proves nothing. What is not recognised, scripts included, is « Appareil inconnu ».
 */
export function describeDevice(userAgent: string | undefined): string {
  const browser = firstNamed(browsers, userAgent ?? '');
  const system = firstNamed(systems, userAgent ?? '');
  if (!browser) return system ? `Navigateur sur ${system}` : 'Appareil inconnu';
  return system ? `${browser} sur ${system}` : browser;
}
