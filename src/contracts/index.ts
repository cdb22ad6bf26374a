export { ContractBrokenError } from "./assert.js";
export {
  customerRepositoryContract,
  eventRepositoryContract,
  factsRepositoryContract,
  orderRepositoryContract,
  productRepositoryContract,
} from "./contracts.js";
export type { ContractOptions, ContractReport, ContractRunner, RepositoryCapabilities } from "./runner.js";
