export type { PriceBand, SimulatedCategory } from "./catalogue.js";
export type { CustomerHabits } from "./habits.js";
export type {
  PurchasingHabits,
  Seasonality,
  SimulatedCampaign,
  SimulateShopOptions,
  SpendHabits,
} from "./options.js";
export {
  sampleBeta,
  sampleExponential,
  sampleGamma,
  sampleIndex,
  sampleNormal,
  samplePoisson,
} from "./samplers.js";
export {
  type CustomerTruth,
  type SimulatedCustomer,
  type SimulatedShop,
  simulateShop,
} from "./simulate-shop.js";
