/**
 * The application: its entry (`main.tsx`), its addresses (`router.tsx`), the frame around its pages, its catalogue.
 * It composes routes and holds no feature of its own. Nothing imports it.
 */
export { createRouter } from './router.tsx';
