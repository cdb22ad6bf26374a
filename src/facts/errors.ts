import { CrmError } from "../kernel/index.js";

/** `NO_CUSTOMER`: an order or a return of nobody that is known (a guest's). */
export class NoCustomerError extends CrmError {
  override readonly name = "NoCustomerError";
  readonly code = "NO_CUSTOMER";
}

/** `DUPLICATE_ORDER_ID`: an order, or a stand-alone refund, whose id was collected before. */
export class DuplicateOrderError extends CrmError {
  override readonly name = "DuplicateOrderError";
  readonly code = "DUPLICATE_ORDER_ID";
}

/** `ORDER_AFTER_NOW`: dated after the `now` that was given. */
export class OrderAfterNowError extends CrmError {
  override readonly name = "OrderAfterNowError";
  readonly code = "ORDER_AFTER_NOW";
}

/** `NOT_COLLECTED`: an order to amend or remove that these facts do not hold as it was given. */
export class NotCollectedError extends CrmError {
  override readonly name = "NotCollectedError";
  readonly code = "NOT_COLLECTED";
}

/** `FACTS_MISMATCH`: facts of another currency, zone or spend definition. */
export class FactsMismatchError extends CrmError {
  override readonly name = "FactsMismatchError";
  readonly code = "FACTS_MISMATCH";
}

/** The error of an id that was collected before. @internal */
export function duplicateOrder(): DuplicateOrderError {
  return new DuplicateOrderError({ path: ["id"], expected: "an id that was not collected before" });
}
