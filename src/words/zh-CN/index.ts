import type { Words } from "../words.js";

/** Simplified Chinese. */
export const zhCN: Words = {
  locale: "zh-CN",
  reasons: {
    NO_ORDER: "还没有订单。",
    BOUGHT: "自 {firstDay} 起共 {orders} 笔订单，净消费 {amount} {currency}。",
    USUAL_GAP: "通常每 {gapDays} 天购买一次；最近一笔订单在 {sinceDays} 天前。",
    RFM_RECENCY: "最近一次购买在 {days} 天前：R 得分 {score}（共 {levels} 级）。",
    RFM_FREQUENCY: "共 {count} 笔订单：F 得分 {score}（共 {levels} 级）。",
    RFM_PURCHASE_DAYS: "共有 {count} 天购买：F 得分 {score}（共 {levels} 级）。",
    RFM_MONETARY: "累计净消费 {amount} {currency}：M 得分 {score}（共 {levels} 级）。",
    RFM_MONETARY_GROSS: "累计消费（折扣与退款前）{amount} {currency}：M 得分 {score}（共 {levels} 级）。",
    RFM_MONETARY_MEAN: "平均每单净消费 {amount} {currency}：M 得分 {score}（共 {levels} 级）。",
    RFM_SEGMENT: "单元格 {cell} 属于「{segment@labels}」。",
  },
  labels: {
    champions: "冠军客户",
    loyal: "忠诚客户",
    "potential-loyalist": "潜在忠诚客户",
    "new-customers": "新客户",
    promising: "有潜力客户",
    "need-attention": "需要关注",
    "about-to-sleep": "即将沉睡",
    "at-risk": "有流失风险",
    "cannot-lose-them": "不能失去",
    hibernating: "沉睡客户",
    lost: "已流失",
    "important-value": "重要价值客户",
    "important-keep": "重要保持客户",
    "important-develop": "重要发展客户",
    "important-retain": "重要挽留客户",
    "general-value": "一般价值客户",
    "general-keep": "一般保持客户",
    "general-develop": "一般发展客户",
    "general-retain": "一般挽留客户",
  },
};
