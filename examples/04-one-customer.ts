import { collectFacts } from "clientele/facts";
import { parseCustomer } from "clientele/model";
import { composeSubject, profileCustomer } from "clientele/profile";
import { rfmSegments8, scoreRfm } from "clientele/rfm";
import { phrase } from "clientele/words";
import { en } from "clientele/words/en";
import { zhCN } from "clientele/words/zh-CN";

const when = { now: new Date("2026-11-22T00:00:00Z"), timeZone: "Asia/Shanghai" };
const order = (id: string, customerId: string, placedAt: string, gross: string) => ({
  id,
  customerId,
  placedAt: new Date(placedAt),
  gross,
});
const facts = collectFacts(
  [
    order("o1", "c42", "2026-10-03T02:00:00Z", "300.00"),
    order("o2", "c42", "2026-11-20T10:00:00Z", "88.80"),
    order("o3", "c77", "2026-02-14T10:00:00Z", "20.00"),
  ],
  { currency: "CNY", timeZone: when.timeZone },
);
const rfm = scoreRfm(facts, { ...when, segments: rfmSegments8 });
const subject = composeSubject(parseCustomer({ id: "c42", name: "王明" }), { facts, rfm, now: when.now });
const { reasons } = profileCustomer(subject, when);

for (const reason of reasons) console.log(`${phrase(reason, en)} ${phrase(reason, zhCN)}`);
