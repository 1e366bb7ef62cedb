export { en } from './texts-en.ts';
export { fr } from './texts-fr.ts';
