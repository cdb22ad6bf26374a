import type { ActivityEvent, Customer, Order, Product } from "../model/index.js";
import type {
  CustomerRepository,
  EventRepository,
  FactsRecord,
  FactsRepository,
  OrderRepository,
  ProductRepository,
} from "../ports/index.js";
import { MemoryRepository } from "./memory-repository.js";
import { MemoryTimelineRepository } from "./memory-timeline-repository.js";

/** Customers in memory.
 * @example
 * ```ts
 * import { MemoryCustomerRepository } from "clientele/memory";
 * import { parseCustomer } from "clientele/model";
 * const customers = new MemoryCustomerRepository();
 * await customers.save(parseCustomer({ id: "c42" }), undefined);
 * const [found, unknown] = await customers.getMany(["c42", "c43"]);
 * if (found?.value.id !== "c42" || unknown !== undefined) throw new Error("not aligned");
 * ```
 */
export class MemoryCustomerRepository extends MemoryRepository<Customer> implements CustomerRepository {}

/** Products in memory. */
export class MemoryProductRepository extends MemoryRepository<Product> implements ProductRepository {}

/** Facts in memory. */
export class MemoryFactsRepository<Json = unknown>
  extends MemoryRepository<FactsRecord<Json>>
  implements FactsRepository<Json> {}

/** Orders in memory. */
export class MemoryOrderRepository extends MemoryTimelineRepository<Order> implements OrderRepository {
  protected override instantOf(order: Order): Date {
    return order.placedAt;
  }
}

/** Events in memory. */
export class MemoryEventRepository extends MemoryTimelineRepository<ActivityEvent> implements EventRepository {
  protected override instantOf(event: ActivityEvent): Date {
    return event.at;
  }
}
