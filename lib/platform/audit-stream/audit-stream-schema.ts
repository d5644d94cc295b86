import { z } from "@/lib/core/validation/problems";
import { webAddress } from "@/lib/core/validation/web-address";

export const saveAuditStreamInput = z.object({ url: webAddress });
