export * from "./access";
export * from "./audit";
export * from "./buildings";
export * from "./devices";
export * from "./organizations";
export * from "./rate-limits";
export * from "./second-factors";
export * from "./users";
