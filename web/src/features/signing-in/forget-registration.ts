import { forgetKept } from '../../lib/index.ts';

/** The form of « S’inscrire » goes once somebody is there: who comes after them may be somebody else. Rule REG-19. */
export const forgetRegistration = (): void => forgetKept('registration');
