import "server-only";

export { personRoles, userStatuses } from "@/db/schema";
