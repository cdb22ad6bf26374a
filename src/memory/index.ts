export { MemoryRepository } from "./memory-repository.js";
export { MemoryTimelineRepository } from "./memory-timeline-repository.js";
export {
  MemoryCustomerRepository,
  MemoryEventRepository,
  MemoryFactsRepository,
  MemoryOrderRepository,
  MemoryProductRepository,
} from "./repositories.js";
