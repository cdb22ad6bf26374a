import type { Customer } from "./customer.js";
import type { History } from "./history.js";

/** What every subject has. */
export interface SubjectBase {
  readonly customerId: string;
  readonly customer?: Customer | undefined;
  /** Where rules read single orders and events. */
  readonly history?: History | undefined;
}

/** What is known of one customer at one moment: the open record that rules read and rooms add to.
 *
 * Each room exports its part, such as `{ rfm: CustomerRfm }`, and `clientele/profile` composes them.
 */
export type Subject<Parts extends object = object> = SubjectBase & Readonly<Parts>;
