/** The page's own texts in one language. `{name}` stands for a value. */
export interface PageTexts {
  readonly title: string;
  readonly asOf: string;
  readonly asOfLastDay: string;
  readonly rows: string;
  readonly language: string;
  readonly theme: string;
  readonly themeAuto: string;
  readonly themeLight: string;
  readonly themeDark: string;
  readonly keyFigures: string;
  readonly customers: string;
  readonly orders: string;
  readonly netRevenue: string;
  readonly netNote: string;
  readonly returns: string;
  readonly orderValue: string;
  readonly orderValueNote: string;
  readonly repeatCustomersNote: string;
  readonly who: string;
  readonly grid: string;
  readonly gridNote: string;
  readonly recencyAxis: string;
  readonly frequencyAxis: string;
  readonly segments: string;
  readonly segmentsNote: string;
  readonly segment: string;
  readonly shareOfCustomers: string;
  readonly shareOfRevenue: string;
  readonly fewer: string;
  readonly more: string;
  readonly when: string;
  readonly revenueByMonth: string;
  readonly revenueByMonthNote: string;
  readonly repeatByMonth: string;
  readonly repeatByMonthNote: string;
  readonly incomplete: string;
  readonly stay: string;
  readonly triangle: string;
  readonly triangleMonth: string;
  readonly triangleQuarter: string;
  readonly triangleNote: string;
  readonly afterMonths: string;
  readonly afterQuarters: string;
  readonly everyone: string;
  readonly search: string;
  readonly searchHint: string;
  readonly anySegment: string;
  readonly customer: string;
  readonly scores: string;
  readonly lastOrder: string;
  readonly daysAgo: string;
  readonly shown: string;
  readonly noneFound: string;
  readonly previous: string;
  readonly next: string;
  readonly sortBy: string;
  readonly noOrder: string;
  readonly close: string;
  readonly whyScores: string;
  readonly recency: string;
  readonly frequency: string;
  readonly monetary: string;
  readonly ofFive: string;
  readonly facts: string;
  readonly firstOrder: string;
  readonly purchaseDays: string;
  readonly pieces: string;
  readonly gap: string;
  readonly days: string;
  readonly history: string;
  readonly historyNote: string;
  readonly day: string;
  readonly latestDays: string;
  readonly othersDecide: string;
  readonly changesAt: string;
  readonly noScores: string;
  readonly printed: string;
}

/** English. */
export const en: PageTexts = {
  title: "Customer book",
  asOf: "As of {day}",
  asOfLastDay: "As of {day}, the last day in the file",
  rows: "{used} of {read} lines used",
  language: "Language",
  theme: "Colours",
  themeAuto: "Auto",
  themeLight: "Light",
  themeDark: "Dark",
  keyFigures: "Key figures",
  customers: "Customers",
  orders: "Orders",
  netRevenue: "Net revenue",
  netNote: "after {amount} of returns",
  returns: "Returns",
  orderValue: "Average order",
  orderValueNote: "before returns",
  repeatCustomersNote: "of customers ordered again",
  who: "Who they are",
  grid: "Recency and frequency",
  gridNote: "Customers in each cell. Top right: bought lately and often.",
  recencyAxis: "Recency score (5 = latest)",
  frequencyAxis: "Frequency score",
  segments: "Segments",
  segmentsNote: "Share of all customers beside share of net revenue.",
  segment: "Segment",
  shareOfCustomers: "Share of customers",
  shareOfRevenue: "Share of revenue",
  fewer: "fewer",
  more: "more",
  when: "When they buy",
  revenueByMonth: "Net revenue by month",
  revenueByMonthNote: "After discounts and returns, on the day of each.",
  repeatByMonth: "Repeat rate by month",
  repeatByMonthNote: "Share of the month's buyers with an earlier order.",
  incomplete: "Pale: not over yet.",
  stay: "Who comes back",
  triangle: "Retention by cohort",
  triangleMonth:
    "Of the customers who first ordered in a month, the share that ordered again so many months later, in percent.",
  triangleQuarter:
    "Of the customers who first ordered in a quarter, the share that ordered again so many quarters later, in percent.",
  triangleNote: "A dashed edge marks a period that was not over.",
  afterMonths: "Months after the first order",
  afterQuarters: "Quarters after the first order",
  everyone: "Every customer",
  search: "Search",
  searchHint: "Id or name",
  anySegment: "All segments",
  customer: "Customer",
  scores: "RFM",
  lastOrder: "Last order",
  daysAgo: "{days} d ago",
  shown: "{from}–{to} of {all}",
  noneFound: "No customer matches.",
  previous: "Previous",
  next: "Next",
  sortBy: "Sort by {column}",
  noOrder: "Returns only",
  close: "Close",
  whyScores: "Why these scores",
  recency: "Recency",
  frequency: "Frequency",
  monetary: "Monetary",
  ofFive: "{score} of 5",
  facts: "What is known",
  firstOrder: "First order",
  purchaseDays: "Purchase days",
  pieces: "Pieces",
  gap: "Usual gap",
  days: "{days} days",
  history: "Net revenue from this customer, by month",
  historyNote: "Below zero: more came back than was bought.",
  day: "Day",
  latestDays: "Latest days",
  othersDecide: "Scores compare customers with each other: they change when others buy, not on a set date.",
  changesAt: "The scores change on {day} if nothing is bought until then.",
  noScores: "There is no order of this customer in the file, only returns, so there is nothing to score.",
  printed: "The printed table shows one page; customers.csv holds all customers.",
};

/** Simplified Chinese. */
export const zhCN: PageTexts = {
  title: "客户手册",
  asOf: "截至 {day}",
  asOfLastDay: "截至 {day}（文件中的最后一天）",
  rows: "共 {read} 行，使用 {used} 行",
  language: "语言",
  theme: "配色",
  themeAuto: "自动",
  themeLight: "浅色",
  themeDark: "深色",
  keyFigures: "关键指标",
  customers: "客户数",
  orders: "订单数",
  netRevenue: "净收入",
  netNote: "已扣除退货 {amount}",
  returns: "退货",
  orderValue: "平均订单金额",
  orderValueNote: "未扣除退货",
  repeatCustomersNote: "的客户再次下单",
  who: "客户是谁",
  grid: "最近购买与购买频率",
  gridNote: "每格为客户数。右上角：最近购买且经常购买。",
  recencyAxis: "最近购买得分（5 为最近）",
  frequencyAxis: "频率得分",
  segments: "客户分群",
  segmentsNote: "客户占比与净收入占比对照。",
  segment: "分群",
  shareOfCustomers: "客户占比",
  shareOfRevenue: "收入占比",
  fewer: "少",
  more: "多",
  when: "何时购买",
  revenueByMonth: "每月净收入",
  revenueByMonthNote: "已扣除折扣与退货，各计入发生当日。",
  repeatByMonth: "每月复购率",
  repeatByMonthNote: "当月下单客户中，已不是首次下单的客户所占比例。",
  incomplete: "浅色：当月尚未结束。",
  stay: "谁会回来",
  triangle: "同期群留存",
  triangleMonth: "某月首次下单的客户中，在之后第几个月再次下单的比例（百分比）。",
  triangleQuarter: "某季度首次下单的客户中，在之后第几个季度再次下单的比例（百分比）。",
  triangleNote: "虚线边框表示该时段尚未结束。",
  afterMonths: "首次下单后的月数",
  afterQuarters: "首次下单后的季度数",
  everyone: "全部客户",
  search: "搜索",
  searchHint: "编号或姓名",
  anySegment: "全部分群",
  customer: "客户",
  scores: "RFM",
  lastOrder: "最近下单",
  daysAgo: "{days} 天前",
  shown: "第 {from}–{to} 位，共 {all} 位",
  noneFound: "没有符合条件的客户。",
  previous: "上一页",
  next: "下一页",
  sortBy: "按{column}排序",
  noOrder: "仅有退货",
  close: "关闭",
  whyScores: "得分原因",
  recency: "最近购买",
  frequency: "购买频率",
  monetary: "消费金额",
  ofFive: "{score} / 5",
  facts: "已知信息",
  firstOrder: "首次下单",
  purchaseDays: "购买天数",
  pieces: "件数",
  gap: "通常间隔",
  days: "{days} 天",
  history: "该客户每月净收入",
  historyNote: "低于零：退货多于购买。",
  day: "日期",
  latestDays: "最近几天",
  othersDecide: "得分是客户之间的比较：只有其他客户购买时才会变化，没有固定日期。",
  changesAt: "若期间没有新购买，得分将于 {day} 变化。",
  noScores: "文件中该客户只有退货，没有订单，因此没有得分。",
  printed: "打印时只显示当前页；全部客户见 customers.csv。",
};
