import "server-only";

export {
  connectionStates,
  deviceKinds,
  lifecycleStates,
  statusLights,
} from "@/db/schema";
