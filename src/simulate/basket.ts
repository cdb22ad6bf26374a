import { majorAmount, type Random } from "../kernel/index.js";
import type { OrderLine } from "../model/index.js";
import { CATEGORIES, PRICE_BANDS, type PriceBand, type ShelfProduct, type SimulatedCategory } from "./catalogue.js";
import type { CustomerHabits } from "./habits.js";
import { sampleGamma, sampleIndex, samplePoisson } from "./samplers.js";
import type { ShopPlan } from "./shop-plan.js";

/** Products as baskets are filled from them: each list from cheap to dear. */
export interface Shelves {
  readonly byCategory: Readonly<Record<SimulatedCategory, CategoryShelf>>;
  readonly cheapest: ShelfProduct;
}

/** One category's products. */
interface CategoryShelf {
  readonly all: readonly ShelfProduct[];
  readonly byBand: Readonly<Record<PriceBand, readonly ShelfProduct[]>>;
}

/** A line with its money in whole minor units beside the model's line. */
export interface BasketLine {
  readonly shelf: ShelfProduct;
  readonly quantity: number;
  readonly amountMinor: number;
  readonly discountMinor: number;
  readonly taxMinor: number;
}

const MOST_LINES = 6;

/** Sorts products for filling baskets. */
export function arrangeShelves(products: readonly ShelfProduct[]): Shelves {
  const sorted = [...products].sort((a, b) => a.priceMinor - b.priceMinor);
  const shelfOf = (category: SimulatedCategory): CategoryShelf => {
    const all = sorted.filter((product) => product.category === category);
    const bands = PRICE_BANDS.map((band) => [band, all.filter((product) => product.band === band)]);
    return { all, byBand: Object.fromEntries(bands) };
  };
  return {
    byCategory: Object.fromEntries(CATEGORIES.map((name) => [name, shelfOf(name)])) as Shelves["byCategory"],
    cheapest: sorted[0]!,
  };
}

/** Fills a basket.
 *
 * What the order shall be worth is gamma around the customer's mean. It is dealt to the lines, and each line takes so many
 * pieces that it is worth its share in the mean (the fraction of a piece is the probability of one more). The order's mean
 * is the customer's, but for shares below the cheapest product.
 */
export function fillBasket(
  random: Random,
  habits: CustomerHabits,
  discountPercent: number,
  shelves: Shelves,
  plan: ShopPlan,
): readonly BasketLine[] {
  const worth = sampleGamma(random, plan.spend.p, plan.spend.p / habits.meanOrderMinor);
  const lines = Math.min(MOST_LINES, 1 + samplePoisson(random, 1));
  const pieces = new Map<ShelfProduct, number>();
  for (let i = 0; i < lines; i++) {
    const share = worth / lines;
    const shelf = pickProduct(random, habits, share, shelves);
    const wanted = share / shelf.priceMinor;
    const extra = random() < wanted - Math.floor(wanted) ? 1 : 0;
    const quantity = i === 0 ? Math.max(1, Math.floor(wanted) + extra) : Math.floor(wanted) + extra;
    if (quantity > 0) pieces.set(shelf, (pieces.get(shelf) ?? 0) + quantity);
  }
  return [...pieces].map(([shelf, quantity]) => {
    const amountMinor = shelf.priceMinor * quantity;
    const discountMinor = Math.round((amountMinor * discountPercent) / 100);
    const taxMinor = Math.round(((amountMinor - discountMinor) * plan.taxPercent) / 100);
    return { shelf, quantity, amountMinor, discountMinor, taxMinor };
  });
}

/** The model's line of a basket's. */
export function orderLineOf(line: BasketLine, index: number, { digits }: ShopPlan): OrderLine {
  const { product, category, priceMinor } = line.shelf;
  return {
    id: `l${index + 1}`,
    productId: product.id,
    quantity: line.quantity,
    unitPrice: majorAmount(priceMinor, digits),
    amount: majorAmount(line.amountMinor, digits),
    discount: majorAmount(line.discountMinor, digits),
    tax: majorAmount(line.taxMinor, digits),
    category,
  };
}

/** A product of a liked category: four times in five of the liked band; only what the share affords, where there is any. */
export function pickProduct(random: Random, habits: CustomerHabits, share: number, shelves: Shelves): ShelfProduct {
  const category =
    CATEGORIES[
      sampleIndex(
        random,
        CATEGORIES.map((name) => habits.categoryShares[name]),
      )
    ]!;
  const wantsBand = random() < 0.8;
  const which = random();
  const { all, byBand } = shelves.byCategory[category];
  const liked = byBand[habits.priceBand];
  const likedCount = wantsBand ? countUpTo(liked, share) : 0;
  if (likedCount > 0) return liked[Math.floor(which * likedCount)]!;
  return all[Math.floor(which * countUpTo(all, share))] ?? shelves.cheapest;
}

/** How many of the products, from cheap to dear, cost no more than a share. */
function countUpTo(products: readonly ShelfProduct[], share: number): number {
  let count = products.length;
  while (count > 0 && products[count - 1]!.priceMinor > share) count--;
  return count;
}
