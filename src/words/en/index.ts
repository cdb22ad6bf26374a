import type { Words } from "../words.js";

/** English. */
export const en: Words = {
  locale: "en",
  reasons: {
    NO_ORDER: "No order yet.",
    BOUGHT: "{orders} {orders|order|orders} since {firstDay}, {amount} {currency} net.",
    USUAL_GAP:
      "Usually buys every {gapDays} {gapDays|day|days}; the last order is {sinceDays} {sinceDays|day|days} old.",
    RFM_RECENCY: "Last bought {days} {days|day|days} ago: recency {score} of {levels}.",
    RFM_FREQUENCY: "{count} {count|order|orders}: frequency {score} of {levels}.",
    RFM_PURCHASE_DAYS: "Bought on {count} {count|day|days}: frequency {score} of {levels}.",
    RFM_MONETARY: "Spent {amount} {currency} net: monetary {score} of {levels}.",
    RFM_MONETARY_GROSS: "Spent {amount} {currency} before discounts and returns: monetary {score} of {levels}.",
    RFM_MONETARY_MEAN: "Spent {amount} {currency} net an order on average: monetary {score} of {levels}.",
    RFM_SEGMENT: "Cell {cell} belongs to {segment@labels}.",
  },
  labels: {
    champions: "Champions",
    loyal: "Loyal",
    "potential-loyalist": "Potential loyalist",
    "new-customers": "New customers",
    promising: "Promising",
    "need-attention": "Need attention",
    "about-to-sleep": "About to sleep",
    "at-risk": "At risk",
    "cannot-lose-them": "Cannot lose them",
    hibernating: "Hibernating",
    lost: "Lost",
    "important-value": "High value: nurture",
    "important-keep": "High value: keep",
    "important-develop": "High value: develop",
    "important-retain": "High value: win back",
    "general-value": "General: nurture",
    "general-keep": "General: keep",
    "general-develop": "General: develop",
    "general-retain": "General: win back",
  },
};
