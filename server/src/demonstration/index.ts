/**
 * Demonstration: the fictitious people, patients and meetings of a first start. It goes through the doors that people
 * use, so that what it makes is what the product makes; it never touches what is already there, and never runs in
 * production.
 */
export { prepareDemonstration } from './prepare-demonstration.ts';
export { prepareDirectory } from './directory/prepare-directory.ts';
