import { type Decimal, isoDay, majorAmount, seededRandom } from "../kernel/index.js";
import type { ActivityEvent, Customer, Order, Product } from "../model/index.js";
import { arrangeShelves, fillBasket, orderLineOf, type Shelves } from "./basket.js";
import { browse } from "./browsing.js";
import { type BuyingLife, liveLife } from "./buying.js";
import { stockShelves } from "./catalogue.js";
import { type CustomerHabits, drawHabits } from "./habits.js";
import type { SimulateShopOptions } from "./options.js";
import { drawRefunds } from "./returns.js";
import { planShop, type ShopPlan } from "./shop-plan.js";

/** What is true of a simulated customer, known because it was made so. */
export interface CustomerTruth extends Omit<CustomerHabits, "meanOrderMinor"> {
  /** Whose truth it is. */
  readonly customerId: string;
  /** Mean merchandise of an order before discounts, major units, half up to the minor unit. */
  readonly meanOrder: Decimal;
  /** ISO day of the first purchase; of the first visit for one who only looks. */
  readonly cameOn: string;
  /** ISO day on which the customer left, `undefined` where they still buy when the simulation ends. */
  readonly leftOn: string | undefined;
  /** Whether the customer still buys, or looks, when the simulation ends. */
  readonly isAlive: boolean;
}

/** One simulated customer, whole. */
export interface SimulatedCustomer {
  /** As the shop keeps them. */
  readonly customer: Customer;
  /** What they are like, which a shop never sees. */
  readonly truth: CustomerTruth;
  /** Oldest first. */
  readonly orders: readonly Order[];
  /** Oldest first. */
  readonly events: readonly ActivityEvent[];
}

/** A shop that can be asked for anything, any number of times, and always tells the same. */
export interface SimulatedShop {
  /** How many customers. */
  readonly size: number;
  /** The catalogue. */
  readonly products: readonly Product[];
  /** One customer, made when asked for.
   * @param index - in `[0, size)`
   * @returns `undefined` for an index that is none
   */
  at(index: number): SimulatedCustomer | undefined;
  /** All customers, one at a time: nothing is kept. */
  each(): Iterable<SimulatedCustomer>;
  /** Customer by customer, each one's oldest first: nothing is kept. */
  orders(): Iterable<Order>;
  /** Oldest first, as a shop takes them. All orders are made and sorted, and held while they are read. */
  ordersByTime(): Iterable<Order>;
  /** Customer by customer, each one's oldest first: nothing is kept. */
  events(): Iterable<ActivityEvent>;
  /** Oldest first. All events are made and sorted, and held while they are read. */
  eventsByTime(): Iterable<ActivityEvent>;
}

/** A shop made from a seed, whose truth is known: how often each customer buys, whether they are still there, what they
 * like, and what each campaign did. To practise on, and to see whether a model finds what is there.
 *
 * A customer depends on the seed, the options and their own number alone: one more customer changes no other. Only
 * + − × ÷ √ and the seeded source are used, so the shop is the same on every runtime.
 * @throws When an option is not one of its values: {@link InvalidOptionError}; when an instant or a day is not valid:
 *   {@link InvalidInstantError}; when an amount is not one: {@link InvalidAmountError}; when the zone or the currency is
 *   unknown: {@link TimeZoneError}, {@link UnknownCurrencyError}.
 * @example
 * ```ts
 * import { simulateShop } from "clientele/simulate";
 * const shop = simulateShop({
 *   seed: 7,
 *   customers: 100,
 *   from: new Date("2025-12-31T16:00:00Z"),
 *   to: new Date("2026-12-31T16:00:00Z"),
 *   timeZone: "Asia/Shanghai",
 *   currency: "CNY",
 * });
 * for (const { customer, truth, orders } of shop.each())
 *   if (orders.some(({ customerId }) => customerId !== customer.id || truth.customerId !== customer.id))
 *     throw new Error("somebody else's order");
 * ```
 */
export function simulateShop(options: SimulateShopOptions): SimulatedShop {
  const plan = planShop(options);
  const shelfProducts = stockShelves(plan);
  const shelves = arrangeShelves(shelfProducts);
  const size = plan.customers;
  function* each(): Generator<SimulatedCustomer> {
    for (let i = 0; i < size; i++) yield makeCustomer(i, shelves, plan);
  }
  function* orders(): Generator<Order> {
    for (let i = 0; i < size; i++) yield* ordersOf(liveCustomer(i, plan), shelves, plan);
  }
  function* events(): Generator<ActivityEvent> {
    for (const customer of each()) yield* customer.events;
  }
  return {
    size,
    products: shelfProducts.map(({ product }) => product),
    at: (index) =>
      Number.isInteger(index) && index >= 0 && index < size ? makeCustomer(index, shelves, plan) : undefined,
    each: () => ({ [Symbol.iterator]: each }),
    orders: () => ({ [Symbol.iterator]: orders }),
    *ordersByTime() {
      yield* [...orders()].sort((a, b) => a.placedAt.getTime() - b.placedAt.getTime());
    },
    events: () => ({ [Symbol.iterator]: events }),
    *eventsByTime() {
      yield* [...events()].sort((a, b) => a.at.getTime() - b.at.getTime());
    },
  };
}

/** A customer's habits and life, before anything is bought in particular. */
interface LivedCustomer {
  readonly id: string;
  readonly index: number;
  readonly habits: CustomerHabits;
  readonly life: BuyingLife;
}

function liveCustomer(index: number, plan: ShopPlan): LivedCustomer {
  const id = `c${index + 1}`;
  const habits = drawHabits(seededRandom(`${plan.seed}/habits/${id}`), id, plan);
  return { id, index, habits, life: liveLife(seededRandom(`${plan.seed}/life/${id}`), id, habits, plan) };
}

function makeCustomer(index: number, shelves: Shelves, plan: ShopPlan): SimulatedCustomer {
  const lived = liveCustomer(index, plan);
  const { id, habits, life } = lived;
  const orders = ordersOf(lived, shelves, plan);
  const purchases = orders.map(({ placedAt, lines }, i) => ({
    at: placedAt.getTime(),
    day: Math.floor(life.purchases[i]!),
    productIds: lines.map(({ productId }) => productId),
  }));
  const events = browse(seededRandom(`${plan.seed}/browsing/${id}`), id, habits, life, purchases, shelves, plan);
  const first = events[0]?.at ?? orders[0]?.placedAt;
  const customer: Customer = {
    id,
    createdAt: first,
    name: `Customer ${index + 1}`,
    emails: [`customer-${index + 1}@example.com`],
    phones: [],
    attributes: {
      behavioural: { acquisitionChannel: habits.acquisitionChannel, preferredChannel: habits.channel },
    },
  };
  return { customer, truth: truthOf(lived, plan), orders, events };
}

function ordersOf({ id, habits, life }: LivedCustomer, shelves: Shelves, plan: ShopPlan): Order[] {
  const { calendar, currency, digits } = plan;
  const random = seededRandom(`${plan.seed}/orders/${id}`);
  const instants = life.purchases.map((time) => ({
    day: Math.floor(time),
    at: timeOfDay(random, Math.floor(time), habits, plan),
  }));
  instants.sort((a, b) => a.at - b.at);
  const zero = majorAmount(0, digits);
  const shipping = majorAmount(plan.shippingMinor, digits);
  return instants.map(({ day, at }, i): Order => {
    const orderId = `${id}-o${i + 1}`;
    const own = seededRandom(`${plan.seed}/order/${orderId}`);
    const lines = fillBasket(own, habits, discountOn(calendar.firstDay + day, habits, plan), shelves, plan);
    return {
      id: orderId,
      customerId: id,
      placedAt: new Date(at),
      currency,
      channel: habits.channel,
      status: "completed",
      lines: lines.map((line, l) => orderLineOf(line, l, plan)),
      discount: zero,
      shipping,
      tax: zero,
      taxIncluded: false,
      refunds: [...drawRefunds(own, orderId, day, lines, habits, plan)],
      attributes: {},
    };
  });
}

/** Three in five purchases fall within a twelfth of the opening hours around the customer's time, the others anywhen. */
function timeOfDay(
  random: () => number,
  day: number,
  { favouriteTime }: CustomerHabits,
  { calendar }: ShopPlan,
): number {
  const isUsual = random() < 0.6;
  const share = random();
  const usual = favouriteTime + (share - 0.5) / 6;
  return calendar.instantAt(day, isUsual ? usual - Math.floor(usual) : share);
}

/** The largest discount of the campaigns that treat the customer on a day. */
function discountOn(day: number, habits: CustomerHabits, plan: ShopPlan): number {
  return plan.campaigns
    .filter(({ id, startDay, endDay }) => habits.campaigns.includes(id) && day >= startDay && day < endDay)
    .reduce((most, { discountPercent }) => Math.max(most, discountPercent), 0);
}

function truthOf({ id, habits, life }: LivedCustomer, { calendar, digits }: ShopPlan): CustomerTruth {
  const { meanOrderMinor, ...known } = habits;
  const isAlive = life.end >= calendar.days;
  return {
    ...known,
    customerId: id,
    meanOrder: majorAmount(Math.round(meanOrderMinor), digits),
    cameOn: isoDay(calendar.firstDay + Math.floor(life.start)),
    leftOn: isAlive ? undefined : isoDay(calendar.firstDay + Math.floor(life.end)),
    isAlive,
  };
}
