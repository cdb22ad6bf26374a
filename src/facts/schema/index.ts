export { storedFactsSchema } from "./stored-facts.js";
