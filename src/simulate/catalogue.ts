import { majorAmount, seededRandom } from "../kernel/index.js";
import type { Product } from "../model/index.js";
import type { ShopPlan } from "./shop-plan.js";

/** Cheap, middling or dear within its category. */
export type PriceBand = "basic" | "classic" | "premium";

/** The price bands, from cheap to dear. */
export const PRICE_BANDS: readonly PriceBand[] = ["basic", "classic", "premium"];

/** The categories that products are dealt to. */
export const CATEGORIES = ["tea", "coffee", "kitchen", "garden", "books", "clothing"] as const;

/** One of the simulated categories. */
export type SimulatedCategory = (typeof CATEGORIES)[number];

/** A product as baskets are filled with it. */
export interface ShelfProduct {
  readonly product: Product;
  readonly category: SimulatedCategory;
  readonly band: PriceBand;
  readonly priceMinor: number;
}

const BRANDS = ["Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Ginkgo", "Hazel"];
/** Price of a band's middle beside the mean order. */
const BAND_SHARE: Readonly<Record<PriceBand, number>> = { basic: 0.1, classic: 0.3, premium: 0.8 };

/** The shop's products: category and band in turn, prices around their band's, costs 40 to 70 % of the price. */
export function stockShelves(plan: ShopPlan): readonly ShelfProduct[] {
  const { seed, products, digits, currency, spend } = plan;
  const random = seededRandom(`${seed}/catalogue`);
  return Array.from({ length: products }, (_, i): ShelfProduct => {
    const category = CATEGORIES[i % CATEGORIES.length]!;
    const band = PRICE_BANDS[Math.floor(i / CATEGORIES.length) % PRICE_BANDS.length]!;
    const priceMinor = Math.max(1, Math.round(spend.meanMinor * BAND_SHARE[band] * (0.6 + 0.8 * random())));
    const costMinor = Math.round(priceMinor * (0.4 + 0.3 * random()));
    const product: Product = {
      id: `p${i + 1}`,
      name: `${band} ${category} ${i + 1}`,
      categoryPath: [category, band],
      brand: BRANDS[Math.floor(random() * BRANDS.length)],
      price: majorAmount(priceMinor, digits),
      cost: majorAmount(costMinor, digits),
      currency,
      attributes: {},
    };
    return { product, category, band, priceMinor };
  });
}
