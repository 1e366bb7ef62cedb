/**
 * Deliveries: to whom a signed report went and what became of it, and on the dashboard what did not arrive. The server
 * decides who receives it and how; here somebody gives an address, sends again, or says how it was handed over.
 */
export { DeliveriesPanel } from './deliveries-panel.tsx';
export { FailedDeliveries } from './failed-deliveries.tsx';
