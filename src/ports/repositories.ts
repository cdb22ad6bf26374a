import type { ActivityEvent, Customer, Order, Product } from "../model/index.js";
import type { Repository } from "./repository.js";
import type { TimelineRepository } from "./timeline.js";

/** Where the shop keeps its customers. */
export interface CustomerRepository extends Repository<Customer> {}

/** Where the shop keeps its catalogue. */
export interface ProductRepository extends Repository<Product> {}

/** Where the shop keeps its orders; an order's instant is `placedAt`. */
export interface OrderRepository extends TimelineRepository<Order> {}

/** Where the shop keeps what customers did; an event's instant is `at`. */
export interface EventRepository extends TimelineRepository<ActivityEvent> {}

/** Facts as stored: of one customer or of all, under an id the host chooses. */
export interface FactsRecord<Json = unknown> {
  readonly id: string;
  /** The versioned JSON that the facts gave. */
  readonly facts: Json;
}

/** Where the host keeps facts between runs.
 * @typeParam Json - the stored form, plain JSON
 */
export interface FactsRepository<Json = unknown> extends Repository<FactsRecord<Json>> {}
