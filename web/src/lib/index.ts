/**
 * Leaf of the screen: languages, dates, names, internal paths, what this browser remembers. Pure functions and thin
 * guards around the browser; no React, no fetch, no word shown on the screen.
 */
export * from './dates.ts';
export * from './days-left.ts';
export * from './format-wait.ts';
export * from './header-name.ts';
export * from './kept-in-window.ts';
export * from './language.ts';
export * from './password-advice.ts';
export * from './person-initials.ts';
export * from './phone-address.ts';
export * from './present-patient-name.ts';
export * from './safe-path.ts';
export * from './setting.ts';
export * from './supported-browsers.ts';
