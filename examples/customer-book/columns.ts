import { MissingColumnError, UsageError } from "./errors.js";

/** What the book reads of an order line. */
export const fields = ["order", "customer", "time", "product", "quantity", "price", "amount", "name"] as const;
/** One of {@link fields}: `amount` is the line's total, `price` that of one unit, `name` the customer's. */
export type Field = (typeof fields)[number];

/** Which column of the file stands for a field: from `--map` or from a preset, by header text. */
export type ColumnMap = Readonly<Partial<Record<Field, string>>>;

/** Where each field stands in a row, by index; absent where the file has no such column. */
export type ColumnIndex = Readonly<Partial<Record<Field, number>>>;

/** Headers that are understood without being told, after {@link plainHeader}; earlier ones win. */
const commonHeaders: Readonly<Record<Field, readonly string[]>> = {
  order: "orderid orderno ordernumber invoiceno invoiceid invoice transactionid order 订单号 订单编号 订单id".split(
    " ",
  ),
  customer:
    "customerid customerno customernumber clientid userid memberid buyerid customer 客户编号 客户id 会员号 会员编号 用户id 买家id".split(
      " ",
    ),
  time: "orderdate invoicedate ordertime orderedat placedat createdat purchasedate transactiondate timestamp datetime date 下单时间 订单日期 付款时间 日期".split(
    " ",
  ),
  product: "productid productcode stockcode sku itemid product 商品编号 商品id 货号".split(" "),
  quantity: "quantity qty units 数量 购买数量".split(" "),
  price: "unitprice priceperunit price 单价 商品单价".split(" "),
  amount: "sales amount linetotal linetotalamount total revenue ordertotal 金额 实付金额 销售额".split(" "),
  name: "customername clientname buyername 客户姓名 会员姓名 买家昵称".split(" "),
};

/** Finds the column of every field: as told first, then by its common headers.
 * @param header - the file's header row
 * @param told - columns named by the user or by a preset
 * @throws When a told column is not in the file: {@link UsageError}; when customer, time or money cannot be found:
 *   {@link MissingColumnError}.
 */
export function findColumns(header: readonly string[], told: ColumnMap): ColumnIndex {
  const plain = header.map(plainHeader);
  const found: Partial<Record<Field, number>> = {};
  for (const field of fields) {
    const index = told[field] === undefined ? guess(plain, field) : findTold(header, field, told[field]);
    if (index !== undefined) found[field] = index;
  }
  for (const field of ["customer", "time"] as const)
    if (found[field] === undefined) throw missing(header, field, `--map ${field}=Column`);
  if (found.amount === undefined && (found.quantity === undefined || found.price === undefined))
    throw missing(header, "amount", "--map amount=Column, or --map quantity=Column --map price=Column");
  return found;
}

/** A header without case, blanks and punctuation: `"Order ID"` and `"order_id"` are both `"orderid"`. */
export function plainHeader(header: string): string {
  return header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

function guess(plain: readonly string[], field: Field): number | undefined {
  for (const header of commonHeaders[field]) {
    const index = plain.indexOf(header);
    if (index >= 0) return index;
  }
  return undefined;
}

function findTold(header: readonly string[], field: Field, column: string): number {
  const exact = header.indexOf(column);
  const index = exact >= 0 ? exact : header.map(plainHeader).indexOf(plainHeader(column));
  if (index >= 0) return index;
  throw new UsageError({ expected: `a column of the file for --map ${field}=…, one of: ${header.join(", ")}` });
}

function missing(header: readonly string[], field: Field, hint: string): MissingColumnError {
  return new MissingColumnError({
    expected: `a column for ${field} among: ${header.join(", ")} (name it with ${hint})`,
  });
}
