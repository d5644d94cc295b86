export { createPartnerApi, type PartnerApi, type PartnerApiOptions } from "./client.js";
export { eachRecord, type Page } from "./pages.js";
export { PartnerApiError, type Problem } from "./problem.js";
export type { RetryOptions } from "./retry.js";
export type { components, paths } from "./schema.js";
