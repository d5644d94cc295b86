import "server-only";

export { connectionStates, deviceKinds } from "@/db/schema";
