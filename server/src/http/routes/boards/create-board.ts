import { endpoints } from '@concertation/shared/contracts';
import { openBoard } from '../../../boards/index.ts';
import { route } from '../../route.ts';

export const createBoard = route(endpoints.createBoard, async (services, { principal, body }) =>
  openBoard(services, principal, body),
);
