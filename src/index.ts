/** The everyday path: facts, scores and the view of a customer. Every room is an entry of its own besides.
 * @packageDocumentation
 */
export {
  collectFacts,
  collectFactsFromColumns,
  type Facts,
  type FactsOptions,
  summarizeForClv,
} from "./facts/index.js";
export { CrmError, countSetAside, isCrmError, unwrap } from "./kernel/index.js";
export { composeSubject, type Profile, profileAll, profileCustomer } from "./profile/index.js";
export { type Rfm, rfmMigration, rfmSegments8, rfmSegments10, rfmSegments11, scoreRfm } from "./rfm/index.js";
export { label, phrase, type Reason, type Words } from "./words/index.js";
