export type { BuyingProfile } from "./buying.js";
export { type Profile, type ProfileOptions, type ProfileSources, profileAll, profileCustomer } from "./profile.js";
export { composeSubject, type SubjectParts, type SubjectSources } from "./subject.js";
