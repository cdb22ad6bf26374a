export { label, phrase, type Reason, type Words } from "./words.js";
